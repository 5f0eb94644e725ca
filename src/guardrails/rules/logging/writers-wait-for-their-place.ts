import { companions } from "../../../plan/facts/belonging";
import type { Plan, Resource } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { dependenciesOf } from "../../vocabulary/dependencies";

/** Who writes where, and by which companion of that place it may. */
const WRITERS: readonly {
  readonly type: string;
  readonly place: string;
  readonly companion: readonly [string, string];
}[] = [
  { type: "aws_flow_log", place: "iam_role_arn", companion: ["aws_iam_role_policy", "role"] },
  { type: "aws_s3_bucket_logging", place: "target_bucket", companion: ["aws_s3_bucket_policy", "bucket"] },
  { type: "aws_sfn_state_machine", place: "role_arn", companion: ["aws_iam_role_policy", "role"] },
  { type: "aws_cloudwatch_event_target", place: "role_arn", companion: ["aws_iam_role_policy", "role"] },
  { type: "aws_cloudwatch_event_target", place: "arn", companion: ["aws_sns_topic_policy", "arn"] },
  { type: "aws_lb", place: "access_logs.bucket", companion: ["aws_s3_bucket_policy", "bucket"] },
];

export const writersWaitForTheirPlace: Check = (plan) => [
  ...WRITERS.flatMap(({ type, place, companion: [companion, attribute] }) =>
    plan.resources(type).flatMap((writer) => {
      const places = plan.referenced(writer.get(place), "aws_iam_role", "aws_s3_bucket", "aws_sns_topic");
      return judgeOrder(
        plan,
        writer,
        places.flatMap((one) => companions(plan, one, companion, attribute)),
      );
    }),
  ),
  ...plan
    .resources("aws_cloudwatch_event_target")
    .flatMap((target) => judgeOrder(plan, target, admittingEvents(plan, target))),
  ...plan.resources("aws_ecs_cluster").flatMap((cluster) => judgeOrder(plan, cluster, insightsGroups(plan, cluster))),
];

function judgeOrder(plan: Plan, writer: Resource, needed: readonly Resource[]): readonly Judgement[] {
  if (needed.length === 0) return [];
  const found = dependenciesOf(plan, writer);
  const missing = needed.filter(({ address }) => !found.has(address)).map(({ address }) => address);
  return [judge(writer.address, missing.length === 0, `it doesn't depend on ${missing.join(", ")}`)];
}

/** By the name that ECS gives it. */
function insightsGroups(plan: Plan, cluster: Resource): readonly Resource[] {
  const name = `/aws/ecs/containerinsights/${String(cluster.get("name"))}/performance`;
  return plan.resources("aws_cloudwatch_log_group").filter((group) => group.get("name") === name);
}

/** The policies that let EventBridge write to the log group that a target is. */
function admittingEvents(plan: Plan, target: Resource): readonly Resource[] {
  const groups = plan.referenced(target.get("arn"), "aws_cloudwatch_log_group");
  return plan
    .resources("aws_cloudwatch_log_resource_policy")
    .filter((policy) => groups.some((group) => plan.referenced(policy.get("policy_document")).includes(group)));
}
