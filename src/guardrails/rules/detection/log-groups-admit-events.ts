import { policyStatements, type Statement } from "../../../plan/facts/policies";
import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { failed, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { isAbout } from "../../vocabulary/statements";

const CALLS = ["logs:CreateLogStream", "logs:PutLogEvents"];

export const logGroupsAdmitEvents: Check = (plan) => {
  const targets = plan
    .resources("aws_cloudwatch_event_target")
    .flatMap((target) => plan.referenced(target.get("arn"), "aws_cloudwatch_log_group"));
  return [...new Set(targets)].map((group) => judgeGroup(plan, group));
};

function judgeGroup(plan: Plan, group: Resource): Judgement {
  const policies = policyStatements(plan).filter(
    ({ resource }) => resource.type === "aws_cloudwatch_log_resource_policy",
  );
  const known = policies.flatMap(({ statements }) => (statements instanceof Unknown ? [] : statements));
  const missing = CALLS.filter((call) => !known.some((statement) => admits(plan, statement, call, group)));
  if (missing.length === 0) return passed(group.address);
  return policies.some(({ statements }) => statements instanceof Unknown)
    ? undecided(group.address, "a policy of log groups is known only at apply")
    : failed(group.address, `no policy lets EventBridge do ${missing.join(", ")}; its events are lost without a word`);
}

function admits(plan: Plan, statement: Statement, call: string, group: Resource): boolean {
  return (
    statement.effect === "Allow" &&
    isAbout(statement, call) &&
    statement.principals.some(({ values }) => values.includes("events.amazonaws.com")) &&
    statement.resources.some(
      (resource) =>
        plan.referenced(resource).includes(group) || (typeof resource === "string" && covers(resource, group)),
    )
  );
}

/** A pattern that is written as text: what it says of the group's name. */
function covers(resource: string, group: Resource): boolean {
  const pattern = /:log-group:([^:]*)/.exec(resource)?.[1] ?? (resource === "*" ? "*" : undefined);
  if (pattern === undefined) return false;
  const text = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${text}$`).test(String(group.get("name")));
}
