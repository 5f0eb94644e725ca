import type { Existing } from "../../src/account/existing";
import type { Wanted } from "../../src/adopt/wanted";

/** Something of an account, called as its id. */
export function existing(type: string, id: string, more: Partial<Existing> = {}): Existing {
  return { type, id, arn: undefined, name: id, attributes: { name: id }, uses: [], tags: {}, ...more };
}

/** What a plan would make. */
export function wanted(address: string, values: Wanted["values"] = {}, ...dependencies: readonly string[]): Wanted {
  return { address, type: address.slice(0, address.indexOf(".")), values, dependencies };
}

/** A platform as the code has it: what refers to what, with names of its own. */
export const WANTED: readonly Wanted[] = [
  wanted("aws_ecs_cluster.cluster", { name: "shop" }),
  wanted(
    "aws_ecs_cluster_capacity_providers.capacity",
    {},
    "aws_ecs_cluster.cluster",
    "aws_ecs_capacity_provider.capacity",
  ),
  wanted("aws_ecs_capacity_provider.capacity", { name: "shop-1" }, "aws_autoscaling_group.capacity"),
  wanted("aws_autoscaling_group.capacity", { name: "shop-1" }, "aws_launch_template.capacity"),
  wanted("aws_launch_template.capacity", { name: "shop-capacity" }, "aws_security_group.compute"),
  wanted("aws_lb.ingress", { name: "shop", internal: false }, "aws_security_group.load_balancer"),
  wanted("aws_lb_listener.ingress_http", { port: 80 }, "aws_lb.ingress"),
  wanted("aws_lb_listener.ingress_https", { port: 443 }, "aws_lb.ingress"),
  wanted("aws_lb_target_group.web", { name: "shop-web-0000", vpc_id: "vpc-1", target_type: "instance" }),
  wanted("aws_ecs_service.web", { name: "web" }, "aws_ecs_cluster.cluster", "aws_lb_target_group.web"),
  wanted("aws_security_group.load_balancer", { vpc_id: "vpc-1", tags: { Name: "shop-load-balancer" } }),
  wanted("aws_security_group.compute", { vpc_id: "vpc-1" }, "aws_security_group.load_balancer"),
  wanted("aws_cloudwatch_log_group.web", { name: "/shop/service/web" }),
];

const ALB = "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/acme/1";

/** The same by others, who call all of it otherwise. */
export const OTHERS: readonly Existing[] = [
  existing("aws_ecs_cluster", "acme", { uses: ["acme-spot"] }),
  existing("aws_ecs_cluster_capacity_providers", "acme", { attributes: {}, uses: ["acme", "acme-spot"] }),
  existing("aws_ecs_capacity_provider", "acme-spot", { uses: ["acme-nodes"] }),
  existing("aws_autoscaling_group", "acme-nodes", { uses: ["lt-1"] }),
  existing("aws_launch_template", "lt-1", { name: "acme-template", uses: ["sg-nodes"] }),
  existing("aws_lb", ALB, {
    name: "acme-alb",
    arn: ALB,
    attributes: { name: "acme-alb", internal: false },
    uses: ["sg-alb"],
  }),
  existing("aws_lb_listener", "listener-80", { name: "port 80", attributes: { port: 80 }, uses: [ALB, "tg-1"] }),
  existing("aws_lb_listener", "listener-8080", { name: "port 8080", attributes: { port: 8080 }, uses: [ALB] }),
  existing("aws_lb_target_group", "tg-1", { attributes: { vpc_id: "vpc-1", target_type: "instance" }, uses: [ALB] }),
  existing("aws_ecs_service", "acme/acme-web", { name: "acme-web", uses: ["acme", "tg-1", "acme-spot"] }),
  existing("aws_security_group", "sg-alb", { attributes: { vpc_id: "vpc-1" } }),
  existing("aws_security_group", "sg-nodes", { attributes: { vpc_id: "vpc-1" }, uses: ["sg-alb"] }),
  existing("aws_security_group", "sg-default", { attributes: { vpc_id: "vpc-1" }, madeBy: "the VPC" }),
];
