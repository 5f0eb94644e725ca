import { decodeJson } from "../../plan/expression/json";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { entry, isRecord, listOf, Unknown } from "../../plan/value";

const WARNING = "EC2 Spot Instance Interruption Warning";
/** What can act on an event; a topic or a log only tells of it. */
const ACTORS = ["aws_sfn_state_machine", "aws_lambda_function", "aws_ssm_document"];

/** What is started by every Spot interruption warning, by a rule that is enabled. */
export const startedByWarnings = oncePerPlan((plan): readonly Resource[] =>
  plan
    .resources("aws_cloudwatch_event_target")
    .filter((target) => rulesOf(plan, target).some(isOfWarnings))
    .flatMap((target) => plan.referenced(target.get("arn") ?? null, ...ACTORS)),
);

const rulesOf = (plan: Plan, target: Resource) =>
  plan.referenced(target.get("rule") ?? null, "aws_cloudwatch_event_rule");

/** A rule that asks for more than the source and the kind may let a warning pass. */
function isOfWarnings(rule: Resource): boolean {
  const isEnabled = (rule.get("state") ?? "ENABLED") === "ENABLED" && rule.get("is_enabled") !== false;
  const pattern = decodeJson(rule.get("event_pattern") ?? null);
  if (!isEnabled || !isRecord(pattern)) return false;
  const has = (field: string, value: string) => listOf(entry(pattern, field)).includes(value);
  const asksMore = Object.keys(pattern).some((field) => field !== "source" && field !== "detail-type");
  return (pattern.source === undefined || has("source", "aws.ec2")) && has("detail-type", WARNING) && !asksMore;
}

/** Whether the pattern of some rule is known only at apply, so that a warning may start what isn't seen. */
export function mayBeStartedUnseen(plan: Plan): boolean {
  return plan.resources("aws_cloudwatch_event_rule").some((rule) => {
    const pattern = decodeJson(rule.get("event_pattern") ?? null);
    return pattern instanceof Unknown || (isRecord(pattern) && pattern["detail-type"] instanceof Unknown);
  });
}
