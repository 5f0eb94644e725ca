import type { Plan, Resource } from "../../../plan/plan";
import { allOf, failed, passed } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { judgeUsable, keysOf } from "../../vocabulary/key-policies";
import { isAbout, isForAnybody, judgePolicies, unlessOpenStatement } from "../../vocabulary/statements";

/** Who publishes to a topic, and by what the plan says so. */
const PUBLISHERS: readonly {
  readonly service: string;
  readonly types: readonly string[];
  readonly attributes: readonly string[];
}[] = [
  {
    service: "cloudwatch.amazonaws.com",
    types: ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"],
    attributes: ["alarm_actions", "ok_actions", "insufficient_data_actions"],
  },
  { service: "events.amazonaws.com", types: ["aws_cloudwatch_event_target"], attributes: ["arn"] },
];

export const topicsAdmitTheirPublishers: Check = (plan) =>
  plan.resources("aws_sns_topic").flatMap((topic) => {
    const services = PUBLISHERS.filter(({ types, attributes }) =>
      plan
        .resources(...types)
        .some((resource) => attributes.some((name) => plan.referenced(resource.get(name)).includes(topic))),
    ).map(({ service }) => service);
    return services.length === 0
      ? []
      : [
          allOf(
            topic.address,
            services.flatMap((service) => [judgePolicy(plan, topic, service), ...judgeKeys(plan, topic, service)]),
          ),
        ];
  });

/** Without a policy of its own, a topic has one that lets the account's own identities publish, and CloudWatch. */
function judgePolicy(plan: Plan, topic: Resource, service: string): Judgement {
  return judgePolicies(plan, topic, { type: "aws_sns_topic_policy", attribute: "arn" }, (statements) => {
    if (statements.length === 0 && service === "cloudwatch.amazonaws.com") return passed(topic.address);
    const does = statements.some(
      (statement) =>
        statement.effect === "Allow" &&
        isAbout(statement, "sns:Publish") &&
        (isForAnybody(statement) || statement.principals.some(({ values }) => values.includes(service))),
    );
    if (does) return passed(topic.address);
    return unlessOpenStatement(plan, failed(topic.address, `its policy doesn't let ${service} publish`), statements);
  });
}

function judgeKeys(plan: Plan, topic: Resource, service: string): readonly Judgement[] {
  return keysOf(plan, [topic], "kms_master_key_id").map((key) => {
    const judgement = judgeUsable(plan, key, ["kms:Decrypt", "kms:GenerateDataKey"], {
      who: service,
      isWho: (principal) => principal === service,
    });
    return { ...judgement, address: topic.address, detail: judgement.detail && `${key.address}: ${judgement.detail}` };
  });
}
