import type { Severity } from "./difference";

/** How much a change matters. */
export interface Weight {
  readonly severity: Severity;
  readonly why: string;
}

interface Row extends Weight {
  readonly type: RegExp;
  /** Of the path; `undefined`: any, and the resource as a whole. */
  readonly attribute?: RegExp;
}

const high = (type: RegExp, attribute: RegExp | undefined, why: string): Row => ({
  severity: "high",
  type,
  attribute,
  why,
});
const medium = (type: RegExp, attribute: RegExp | undefined, why: string): Row => ({
  severity: "medium",
  type,
  attribute,
  why,
});
const low = (type: RegExp, attribute: RegExp | undefined, why: string): Row => ({
  severity: "low",
  type,
  attribute,
  why,
});

/** The first that fits; the order is also that of the report. */
const ROWS: readonly Row[] = [
  medium(/^aws_autoscaling_group$/, /^tag\[AmazonECSManaged/, "Without the tag, ECS doesn't scale the group."),
  medium(
    /./,
    /^tags(_all)?\.(Disposable|Environment|ManagedBy)$/,
    "Who judges or looks after the platform finds it by this tag.",
  ),
  low(/./, /^tags(_all)?\b|^tag\[/, "A tag: costs and searches go by it."),
  low(/./, /(^|\.)(description|alarm_description|comment)$/, "A description: nothing works otherwise for it."),
  high(/security_group|network_acl/, undefined, "Who may talk to whom: a way in, or a connection that is cut off."),
  high(
    /^aws_iam_|_policy$|^aws_kms_(key_policy|grant)$/,
    undefined,
    "Who may do what: more rights than meant, or a right that is missing.",
  ),
  high(
    /./,
    /^(policy|assume_role_policy|inline_policy|managed_policy_arns|resource_policy)\b/,
    "Who may do what: more rights than meant, or a right that is missing.",
  ),
  high(
    /./,
    /deletion_protection|^force_destroy$|^force_delete$|^protect_from_scale_in$|managed_termination_protection/,
    "Without it, a slip deletes what should stay.",
  ),
  high(
    /./,
    /kms|encrypt|^sse_|^key_id$|^enable_key_rotation$|^is_enabled$/,
    "What is stored is under another key, or none.",
  ),
  high(/public_access|ownership_controls/, undefined, "What is stored may be read by anybody."),
  high(
    /^aws_s3_bucket/,
    /^versioning|^acl/,
    "What is overwritten or deleted is gone; what is stored may be read by others.",
  ),
  high(/./, /public_ip|publicly_accessible|^internal$/, "The internet may reach it."),
  high(
    /^aws_launch_template$/,
    /^(metadata_options|user_data|iam_instance_profile|image_id|network_interfaces|vpc_security_group_ids)/,
    "What each new instance runs, and who may become it.",
  ),
  high(
    /^aws_ecs_(service|task_definition)$/,
    /^(task_definition|container_definitions|task_role_arn|execution_role_arn|network_configuration|load_balancer)/,
    "What runs, as whom, and who reaches it.",
  ),
  high(/^aws_ecs_cluster$/, /^configuration/, "Who gets into a container, and whether that is logged."),
  high(
    /^aws_lb_listener/,
    /^(protocol|port|ssl_policy|certificate_arn|default_action|action|condition)/,
    "Where requests go, and under which encryption.",
  ),
  high(
    /^aws_(lb|alb)$/,
    /^(drop_invalid_header_fields|desync_mitigation_mode|access_logs|security_groups|subnets)/,
    "What gets to the services, and whether it is logged.",
  ),
  high(
    /route|nat_gateway|internet_gateway|vpc_endpoint/,
    undefined,
    "Where connections lead: an outage, or past what watches them.",
  ),
  high(/wafv2|flow_log|cloudtrail/, undefined, "What keeps attacks out, or shows them afterwards."),
  high(/./, /^(actions_enabled|alarm_actions|state|event_pattern|targets?)\b|^is_enabled$/, "Nobody is told any more."),
  high(/^aws_sns_topic_subscription$/, undefined, "Nobody is told any more."),
  medium(/^aws_cloudwatch_log_group$/, /^retention/, "Logs go sooner than they may be needed, or cost longer."),
  medium(/alarm|event_rule|event_target/, undefined, "It is told too late, or too often."),
  medium(
    /autoscaling|appautoscaling|capacity_provider/,
    undefined,
    "Room for tasks: too little is an outage under load, too much costs.",
  ),
  medium(/./, undefined, "It works otherwise than the code says."),
];

/** What is gone as a whole, where that is worse than any change to it. */
const MISSING: readonly Row[] = [
  low(/^aws_cloudwatch_dashboard$/, undefined, "Nobody sees it any more; nothing depends on it."),
  medium(/alarm|appautoscaling/, undefined, "Nobody is told, or nothing scales, until it is back."),
  high(/./, undefined, "What depended on it fails, or what it kept is lost."),
];

/** How much a change of an attribute matters, by the first row that fits; `rank` orders those of one severity. */
export function weightOf(type: string, path: string): Weight & { readonly isNamed: boolean } {
  const row = ROWS.find((each) => each.type.test(type) && (each.attribute === undefined || each.attribute.test(path)));
  if (row === undefined) throw new Error(`no row for ${type}.${path}`);
  const { severity, why, attribute } = row;
  return { severity, why, isNamed: attribute !== undefined };
}

/** How much it matters that a resource is gone, or would go. */
export function weightOfLoss(type: string): Weight {
  const row = MISSING.find((each) => each.type.test(type));
  if (row === undefined) throw new Error(`no row for ${type}`);
  return { severity: row.severity, why: row.why };
}
