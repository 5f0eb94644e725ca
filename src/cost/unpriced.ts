import { lockTables } from "../plan/facts/state";
import type { Plan } from "../plan/plan";
import { fargateServicesOf, servicesOf } from "../stress/facts/services";
import { STANDING_TYPES } from "../stress/facts/standing-costs";
import { unpaidGroups } from "./lines/instances";

/** Something that may cost money, and is in no line. */
export interface Unpriced {
  readonly address: string;
  readonly reason: string;
}

/** Types that have lines of the floor besides those that stand. */
const PRICED: ReadonlySet<string> = new Set([
  ...STANDING_TYPES,
  "aws_autoscaling_group",
  "aws_cloudwatch_log_metric_filter",
  "aws_ecs_cluster",
  "aws_ecs_service",
  "aws_flow_log",
  "aws_sfn_state_machine",
]);

/** What is paid by request, event or GB: nothing while nothing happens, but for what has a line. */
const BY_USE: readonly RegExp[] = [
  /^aws_cloudwatch_event_(rule|target|bus)$/,
  /^aws_fis_experiment_template$/,
  /^aws_cloudwatch_log_group$/,
  /^aws_(lambda_function|sns_topic|sqs_queue|s3_bucket)$/,
];

/** What AWS takes nothing for. */
const FREE: readonly RegExp[] = [
  /^aws_(iam|appautoscaling|default)_/,
  /^aws_acm_certificate/,
  /^aws_autoscaling_(attachment|lifecycle_hook|notification|policy|schedule)$/,
  /^aws_cloudwatch_(event_permission|log_resource_policy|log_stream)$/,
  /^aws_ecs_(capacity_provider|cluster_capacity_providers|task_definition)$/,
  /^aws_(eip_association|internet_gateway|key_pair|launch_template|network_acl|network_interface|subnet|vpc)$/,
  /^aws_(network_acl_rule|main_route_table_association|route|route_table|route_table_association|placement_group)$/,
  /^aws_(kms_alias|kms_grant|kms_key_policy)$/,
  /^aws_(alb|lb)_(listener|listener_certificate|listener_rule|target_group|target_group_attachment)$/,
  /^aws_route53_record$/,
  /^aws_s3_bucket_(acl|cors_configuration|lifecycle_configuration|logging|notification|object_lock_configuration)$/,
  /^aws_s3_bucket_(ownership_controls|policy|public_access_block|server_side_encryption_configuration|versioning)$/,
  /^aws_secretsmanager_secret_(policy|version)$/,
  /^aws_(security_group|security_group_rule|vpc_security_group_(ingress|egress)_rule)$/,
  /^aws_(sns_topic_policy|sns_topic_subscription|sqs_queue_policy|lambda_permission)$/,
  /^aws_vpc_(dhcp_options|endpoint_policy|endpoint_route_table_association|dhcp_options_association)/,
  /^aws_wafv2_(ip_set|regex_pattern_set|web_acl_association|web_acl_logging_configuration)$/,
  /^aws_(service_discovery_|resourcegroups_|ssm_parameter$)/,
];

/** What of a plan costs money, or may, and has no line: nobody is to take the floor for all of it. */
export function unpricedOf(plan: Plan): readonly Unpriced[] {
  const locks = lockTables(plan);
  const counted = new Set([...servicesOf(plan), ...fargateServicesOf(plan)].map(({ address }) => address));
  return [
    ...plan
      .resources()
      .filter((resource) => !isKnown(resource.type) && !locks.includes(resource))
      .map(({ address, type }) => ({ address, reason: `no price of ${type} is known here` })),
    ...unpaidGroups(plan),
    ...plan
      .resources("aws_ecs_service")
      .filter(({ address }) => !counted.has(address))
      .map(({ address }) => ({ address, reason: "its tasks aren't in the plan, or run on every instance" })),
    ...plan.unread.map(({ address, reason }) => ({ address, reason: `it can't be read: ${reason}` })),
  ];
}

const isKnown = (type: string) => PRICED.has(type) || [...BY_USE, ...FREE].some((pattern) => pattern.test(type));
