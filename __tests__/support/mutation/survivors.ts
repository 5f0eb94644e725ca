import type { Mutant } from "./mutants";
import { GONE } from "./operators";

/** Mutants that no rule finds, and why that is no loss. */
export interface Survivors {
  /** Path of the place, its parts joined by points. */
  readonly at: RegExp;
  /** What becomes of it, as JSON; `"gone"` where it is taken away. */
  readonly becomes: RegExp;
  readonly because: string;
}

const GONE_WORD = "gone";
const gone = (at: RegExp, because: string): Survivors => ({ at, becomes: /^gone$/, because });
const lower = (at: RegExp, because: string): Survivors => ({ at, becomes: /^"?[1-9][\d.]*[smh%]?"?$/, because });
const of = (at: RegExp, becomes: RegExp, because: string): Survivors => ({ at, becomes, because });

/** What a machine decides isn't written in its plan. */
const DECIDES =
  "what a machine decides is held by its own cases, executed (__tests__/platform/drain-guard, spot-fallback-definition): its plan doesn't say";
const CALLS =
  "__tests__/attacks/calls.test.ts refuses it: a call that Terraform, or a role of the platform, needs fails";
const TASTE = "a little sooner or stricter than before, within what is sensible";

/** The reasons are those of production. A row may match mutants that are found, too: it only explains those that aren't. */
export const SURVIVORS: readonly Survivors[] = [
  gone(/^terraform\.backend(\.local)?$/, "offline, the default backend is the same local one"),
  of(/^provider\.aws\.\d+\.s3_use_path_style$/, /^false$/, "offline, no request leaves this machine"),
  gone(/^resource\.aws_acm_certificate\.\w+\.options$/, "the default is the same"),
  gone(/^resource\.aws_acm_certificate\.\w+\.subject_alternative_names$/, "it repeats the certificate's own name"),
  lower(/^resource\.aws_appautoscaling_policy\.\w+_cpu\..*target_value$/, TASTE),
  lower(/^resource\.aws_appautoscaling_policy\.\w+_requests\..*target_value$/, TASTE),
  lower(/^resource\.aws_appautoscaling_scheduled_action\.\w+\.scalable_target_action\.min_capacity$/, TASTE),
  lower(/^resource\.aws_appautoscaling_target\.\w+\.max_capacity$/, TASTE),
  gone(
    /^resource\.aws_autoscaling_group\.\w+\.mixed_instances_policy\.launch_template\.override\.\d+$/,
    "enough types stay",
  ),
  of(
    /^resource\.aws_autoscaling_group\.\w+\.tag\.\d+\.propagate_at_launch$/,
    /^(true|false)$/,
    "the launch template gives instances the same tags",
  ),
  of(
    /^resource\.aws_autoscaling_group\.\w+\.instance_refresh\.preferences\.max_healthy_percentage$/,
    /^109$/,
    "a refresh still launches before it ends, a little slower",
  ),
  gone(/^resource\.aws_autoscaling_group\.\w+\.tag\.0$/, "the launch template gives instances the same name"),
  gone(/^resource\.aws_autoscaling_group\.\w+\.instance_refresh$/, "instances are replaced as they go; none is lost"),
  gone(
    /^resource\.aws_cloudwatch_composite_alarm\.\w+\.actions_suppressor$/,
    "it rings beside its cause: once too often",
  ),
  lower(/^resource\.aws_cloudwatch_composite_alarm\.\w+\.actions_suppressor\.\w+_period$/, TASTE),
  gone(
    /^resource\.aws_cloudwatch_dashboard\.\w+(\.dashboard_body\.widgets\.\d+(\.properties\.(annotations.*|metrics\.\d+))?)?$/,
    "there is less to look at; what rings is the alarms",
  ),
  lower(/^resource\.aws_cloudwatch_event_target\.\w+\.retry_policy\.maximum_event_age_in_seconds$/, TASTE),
  of(
    /^resource\.aws_cloudwatch_event_target\.\w+\.input\.rehearsal$/,
    /^false$/,
    "the machine asks whether it is there only",
  ),
  gone(
    /^resource\.aws_cloudwatch_event_rule\.\w+\.event_pattern\.detail\.requestParameters\.\$or\.\d+$/,
    "no call on a resource of this stack names it so",
  ),
  of(/^resource\.aws_cloudwatch_metric_alarm\.\w+\.(threshold|evaluation_periods|period)$/, /^\d+$/, TASTE),
  lower(/^resource\.aws_ecs_capacity_provider\.\w+\..*(maximum_scaling_step_size|target_capacity)$/, TASTE),
  lower(
    /^resource\.aws_ecs_(service|cluster_capacity_providers)\.\w+\.\w*capacity_provider_strategy\.\d+\.weight$/,
    "of one provider, every weight is the whole",
  ),
  lower(/^resource\.aws_ecs_task_definition\.\w+\.container_definitions\.\d+\.(cpu|healthCheck\.\w+)$/, TASTE),
  lower(/^resource\.aws_ecs_task_definition\.\w+\..*\.tmpfs\.\d+\.size$/, TASTE),
  gone(
    /^resource\.aws_ecs_task_definition\.\w+\.container_definitions\.\d+\.environment(\.\d+)?$/,
    "what a program does without a setting is the program's",
  ),
  gone(/^resource\.aws_iam_policy\.terraform_(read|write)_\d\.policy\.Statement\.\d+$/, CALLS),
  gone(/^resource\.aws_iam_policy\.terraform_boundary(\.policy\.Statement\.\d+)?$/, CALLS),
  gone(/^resource\.aws_iam_role_policy\.\w+\.policy\.Statement\.\d+$/, CALLS),
  gone(
    /^resource\.aws_iam_(role_)?policy\.\w+\.policy\.Statement\.\d+\.Condition(\.[\w:]+){0,2}$/,
    "what it says, the statement's resource or another of its conditions says too",
  ),
  of(
    /^resource\.aws_iam_policy\.terraform_boundary\.policy\.Statement\.\d+\.Resource(\.\d+)?$/,
    /\*"$/,
    "a boundary grants nothing: the roles under it name each secret",
  ),
  gone(/^resource\.aws_kms_key\.key\.policy\.Statement\.\d+$/, CALLS),
  lower(
    /^resource\.aws_launch_template\.\w+\.user_data\.\d+\.ECS_CONTAINER_STOP_TIMEOUT$/,
    "each container says its own",
  ),
  lower(/^resource\.aws_lb\.\w+\.idle_timeout$/, TASTE),
  of(/^resource\.aws_lb_listener\..*status_code$/, /^"403"$/, "another refusal"),
  lower(/^resource\.aws_lb_listener_rule\.\w+\.priority$/, "the order is the same"),
  gone(/^resource\.aws_lb_listener_rule\.web\.condition\.1(\.path_pattern)?$/, "`/*` is every path"),
  lower(/^resource\.aws_lb_target_group\.\w+\.health_check\.\w+$/, TASTE),
  lower(/^resource\.aws_lb_target_group\.\w+\.port$/, "instances are registered with ports of their own"),
  gone(/^resource\.aws_lb_target_group\.\w+\.stickiness$/, "the default is the same"),
  gone(/^resource\.aws_nat_gateway\.\w+\.depends_on$/, "it waits for the gateway by way of its address"),
  of(/^resource\.aws_route53_record\.\w+\.(allow_overwrite|ttl)$/, /^(false|\d+)$/, "a record of one value, read once"),
  gone(/^resource\.aws_route53_record\.\w+\.records$/, "the provider refuses a record of nothing"),
  of(/^resource\.aws_s3_bucket\.\w+\.tags(\.\w+)?$/, /./, "a mark for those who look; no policy asks for it"),
  lower(/^resource\.aws_s3_bucket_lifecycle_configuration\..*days_after_initiation$/, TASTE),
  gone(/^resource\.aws_s3_bucket_policy\.\w+\.policy\.Statement\.\d+\.Condition\.Null$/, "it refuses more than before"),
  gone(/^resource\.aws_security_group\.\w+\.egress\.\d+$/, "it closes a way; the plan doesn't hold what is behind it"),
  gone(/^resource\.aws_sfn_state_machine\.\w+\.tracing_configuration$/, "the default is the same"),
  lower(
    /^resource\.aws_sfn_state_machine\.\w+\.definition\.(TimeoutSeconds|.*\.(MaxRecords|IntervalSeconds|MaxAttempts|Seconds))$/,
    TASTE,
  ),
  gone(/^resource\.aws_sfn_state_machine\.\w+\.definition\.States\..+$/, DECIDES),
  of(/^resource\.aws_sfn_state_machine\.\w+\.definition\.States\..+$/, /^(true|false)$/, DECIDES),
  of(/^resource\.aws_sfn_state_machine\.\w+\.definition\.States\..+$/, /^\d+$/, DECIDES),
  gone(
    /^resource\.aws_(sns_topic|sqs_queue)_policy\.\w+\.policy\.Statement\.\d+\.Condition\.StringEquals$/,
    "the source's ARN names the account too",
  ),
  of(
    /^resource\.aws_(sns_topic|sqs_queue)_policy\.\w+\.policy\.Statement\.\d+\.Resource$/,
    /^"\*"$/,
    "the policy is that of one topic or queue: `*` is it",
  ),
  lower(/^resource\.aws_sqs_queue\.\w+\.message_retention_seconds$/, TASTE),
  gone(
    /^resource\.aws_vpc_endpoint\.\w+\.policy\.Statement\.\d+$/,
    "it closes a way: the next upload fails, and says so",
  ),
  gone(/^resource\.aws_wafv2_web_acl\.\w+\.default_action\.allow$/, "the provider refuses an action that is none"),
];

/** Those that a mutant is among. */
export const survivorsLike = ({ path, becomes }: Mutant): readonly Survivors[] => {
  const word = becomes === GONE ? GONE_WORD : JSON.stringify(becomes);
  return SURVIVORS.filter((row) => row.at.test(path.join(".")) && row.becomes.test(word));
};
