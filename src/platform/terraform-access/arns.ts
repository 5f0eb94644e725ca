import type { SynthesizedResource } from "./grant";
import type { Scope } from "./scope";

type Arn = (resource: SynthesizedResource, scope: Scope) => string;

/** ARN whose last part is the resource's name. */
const named =
  (service: string, before: string, argument = "name", after = ""): Arn =>
  ({ body }, scope) =>
    scope.arn(service, `${before}${scope.text(body[argument])}${after}`);

/** The same for IAM, which has no regions. */
const identity =
  (before: string): Arn =>
  ({ body }, scope) =>
    scope.globalArn("iam", `${before}${scope.text(body.name)}`);

/** ARNs that resources will have, by their types, as far as they are known before; `*` stands for what AWS makes up. */
export const ARNS: { readonly [type: string]: Arn } = {
  aws_acm_certificate: (_, scope) => scope.arn("acm", "certificate/*"),
  aws_autoscaling_group: named("autoscaling", "autoScalingGroup:*:autoScalingGroupName/"),
  aws_cloudtrail: named("cloudtrail", "trail/"),
  aws_cloudwatch_composite_alarm: named("cloudwatch", "alarm:", "alarm_name"),
  aws_cloudwatch_dashboard: ({ body }, scope) =>
    scope.globalArn("cloudwatch", `dashboard/${scope.text(body.dashboard_name)}`),
  aws_cloudwatch_event_rule: named("events", "rule/"),
  aws_cloudwatch_log_group: named("logs", "log-group:"),
  aws_cloudwatch_metric_alarm: named("cloudwatch", "alarm:", "alarm_name"),
  aws_dynamodb_table: named("dynamodb", "table/"),
  aws_ecs_capacity_provider: named("ecs", "capacity-provider/"),
  aws_ecs_cluster: named("ecs", "cluster/"),
  aws_ecs_service: ({ body }, scope) =>
    scope.arn("ecs", `service/${lastPart(scope.text(body.cluster))}/${scope.text(body.name)}`),
  aws_ecs_task_definition: named("ecs", "task-definition/", "family", ":*"),
  aws_iam_instance_profile: identity("instance-profile/"),
  aws_iam_policy: identity("policy/"),
  aws_iam_role: identity("role/"),
  aws_iam_service_linked_role: ({ body }, scope) => {
    // The service's own part of the name is AWS's spelling, `AWSServiceRoleForAutoScaling`.
    const suffix = body.custom_suffix === undefined ? "" : `_${scope.text(body.custom_suffix)}`;
    return scope.globalArn(
      "iam",
      `role/aws-service-role/${scope.text(body.aws_service_name)}/AWSServiceRoleFor*${suffix}`,
    );
  },
  aws_kms_alias: named("kms", ""),
  aws_kms_key: (_, scope) => scope.arn("kms", "key/*"),
  aws_lb: named("elasticloadbalancing", "loadbalancer/app/", "name", "/*"),
  aws_lb_target_group: ({ body }, scope) =>
    // Its last four characters change when it is replaced, and then both are there.
    scope.arn("elasticloadbalancing", `targetgroup/${scope.text(body.name).replace(/-[0-9a-f]{4}$/, "-????")}/*`),
  aws_launch_template: (_, scope) => scope.arn("ec2", "launch-template/*"),
  aws_route53_zone: () => "arn:aws:route53:::hostedzone/*",
  aws_s3_bucket: ({ body }, scope) => `arn:aws:s3:::${scope.text(body.bucket)}`,
  aws_scheduler_schedule: ({ body }, scope) =>
    scope.arn("scheduler", `schedule/${scope.text(body.group_name ?? "default")}/${scope.text(body.name)}`),
  aws_security_group: (_, scope) => scope.arn("ec2", "security-group/*"),
  aws_sfn_state_machine: named("states", "stateMachine:"),
  aws_sns_topic: named("sns", ""),
  aws_sqs_queue: named("sqs", ""),
  aws_vpc: (_, scope) => scope.arn("ec2", "vpc/*"),
  aws_wafv2_web_acl: named("wafv2", "regional/webacl/", "name", "/*"),
};

/** Name at the end of an ARN or path, or the text itself. */
function lastPart(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}
