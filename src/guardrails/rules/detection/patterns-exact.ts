import { isEnabled, patternOf } from "../../../cloudwatch/event-rules";
import { entry, isRecord, listOf, type ValueRecord } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

/** The source of these is the service called; their detail names it. */
const CALLS = "AWS API Call via CloudTrail";
/** Kinds of events that tell of much more than a failure, and the field of their detail that says what happened. */
const HAPPENED: { readonly [kind: string]: string } = {
  [CALLS]: "eventName",
  "CloudWatch Alarm State Change": "state.value",
  "ECS Deployment State Change": "eventName",
  "ECS Service Action": "eventName",
  "ECS Task State Change": "lastStatus",
  "Step Functions Execution Status Change": "status",
};
/** Kinds of events that come from everything of the account, and where they say from what. */
const WHOSE: { readonly [kind: string]: readonly string[] } = {
  "EC2 Instance Launch Unsuccessful": ["detail.AutoScalingGroupName", "resources"],
  "ECS Deployment State Change": ["resources"],
  "ECS Service Action": ["detail.clusterArn", "resources"],
  "ECS Task State Change": ["detail.clusterArn", "detail.group", "resources"],
  "Step Functions Execution Status Change": ["detail.stateMachineArn", "resources"],
  "CloudWatch Alarm State Change": ["resources", "detail.alarmName"],
  [CALLS]: ["detail.requestParameters", "resources"],
};

export const patternsExact: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_event_rule")
    .filter((rule) => isEnabled(rule) && rule.get("event_pattern") !== undefined)
    .map((rule) => {
      const pattern = patternOf(rule);
      if (pattern === undefined) return undecided(rule.address, "its pattern is known only at apply");
      const missing = missingIn(pattern);
      return judge(rule.address, missing.length === 0, `its pattern doesn't say ${missing.join(", ")}`);
    });

function missingIn(pattern: ValueRecord): readonly string[] {
  const kinds = listOf(entry(pattern, "detail-type")).map(String);
  const says = (path: string) =>
    !isEmpty(path.split(".").reduce<unknown>((at, key) => (isRecord(at) ? entry(at, key) : undefined), pattern));
  return [
    ...(kinds.length > 0 ? [] : ["detail-type"]),
    ...(says("source") || kinds.includes(CALLS) ? [] : ["source"]),
    ...kinds.flatMap((kind) =>
      HAPPENED[kind] === undefined || says(`detail.${HAPPENED[kind]}`) ? [] : [`detail.${HAPPENED[kind]}`],
    ),
    ...kinds.flatMap((kind) => (WHOSE[kind] === undefined || WHOSE[kind].some(says) ? [] : [WHOSE[kind].join(" or ")])),
    ...emptyParts(pattern).map((path) => `anything in ${path}`),
  ];
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

/** Parts that match nothing, or whatever there is. */
function emptyParts(value: unknown, path = ""): readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? [path] : value.flatMap((one) => emptyParts(one, path));
  if (!isRecord(value)) return [];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [path]
    : entries.flatMap(([key, one]) => emptyParts(one, path === "" ? key : `${path}.${key}`));
}
