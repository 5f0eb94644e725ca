import { policyStatements, type Statement } from "../../../plan/facts/policies";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { textOf } from "../../vocabulary/permissions";

const ARN = /^arn:[^:]*:([^:]*):([^:]*):([^:]*):(.*)$/;

/** Things that are named by those who make them: AWS makes up the ids of others. */
const ANY_OF_A_KIND = /^(rule|stateMachine|alarm|policy|role|cluster|function|log-group)[:/]\*$/;

/** ECS documents no source that is narrower than all of an account's region; ARNs of global services name no region. */
const ANY_RESOURCE = ["ecs"];
/** A cluster is named where it is asked for. */
const CLUSTER = "ecs:cluster";

export const conditionsNameRegionsAndAccounts: Check = (plan) =>
  policyStatements(plan).map(({ resource: { address }, attribute, statements }) => {
    if (statements instanceof Unknown) return undecided(address, `${attribute} is known only at apply`);
    const wide = statements.filter(({ effect }) => effect === "Allow").flatMap(wideArns);
    return judge(address, wide.length === 0, `${attribute} holds for ${wide.join(", ")}`);
  });

function wideArns({ conditions }: Statement): readonly string[] {
  return conditions
    .filter(
      ({ operator, key }) =>
        /^(ForAnyValue:)?(Arn|String)(Like|Equals)/.test(operator) &&
        /arn$|^ecs:|^ec2:LaunchTemplate$|^iam:PermissionsBoundary$/i.test(key),
    )
    .flatMap(({ key, values }) => values.map((value) => ({ key, text: textOf(value) })))
    .filter(({ key, text }) => {
      const [, service = "", region = "", account = "", resource = ""] = ARN.exec(text) ?? [];
      return (
        text === "*" ||
        /[*?]/.test(service + region + account) ||
        (resource === "*" && (key === CLUSTER || !ANY_RESOURCE.includes(service))) ||
        ANY_OF_A_KIND.test(resource)
      );
    })
    .map(({ text }) => text);
}
