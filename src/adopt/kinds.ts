/** How resources of a type are told from each other. */
export interface Kind {
  /** As a person says it. */
  readonly title: string;
  /** Attributes that name one, within what it belongs to. */
  readonly identity: readonly string[];
  /** Type that it belongs to: the same name in another of these is another resource. */
  readonly within?: string;
  /** Attributes by which an existing one can't be the one that is wanted: they never change. */
  readonly fixed?: readonly string[];
  /** Whether there is one of it by itself, so that the only one in the account is probably meant. */
  readonly isRoot?: true;
  /** Whether others may use it too, whose it would then change. */
  readonly isShared?: true;
}

/** What can be adopted, from what is named to what belongs to it. */
export const KINDS: { readonly [type: string]: Kind } = {
  aws_ecs_cluster: { title: "cluster", identity: ["name"], isRoot: true },
  aws_ecs_cluster_capacity_providers: { title: "association", identity: [], within: "aws_ecs_cluster" },
  aws_ecs_service: { title: "service", identity: ["name"], within: "aws_ecs_cluster" },
  aws_ecs_capacity_provider: { title: "capacity provider", identity: ["name"] },
  aws_autoscaling_group: { title: "Auto Scaling group", identity: ["name"] },
  aws_launch_template: { title: "launch template", identity: ["name"] },
  aws_lb: { title: "load balancer", identity: ["name"], fixed: ["internal", "vpc_id"], isRoot: true },
  aws_lb_target_group: {
    title: "target group",
    identity: ["name"],
    fixed: ["vpc_id", "target_type", "protocol"],
  },
  aws_lb_listener: { title: "listener", identity: ["port"], within: "aws_lb" },
  aws_lb_listener_rule: { title: "rule", identity: ["priority"], within: "aws_lb_listener" },
  aws_security_group: { title: "security group", identity: ["name"], fixed: ["vpc_id"], isShared: true },
  aws_cloudwatch_log_group: { title: "log group", identity: ["name"] },
};
