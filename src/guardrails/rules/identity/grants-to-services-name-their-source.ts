import { type PolicyFact, policyStatements, type Statement } from "../../../plan/facts/policies";
import type { Resource } from "../../../plan/plan";
import { isSet } from "../../expectation";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeAllowed, textOf } from "../../vocabulary/permissions";
import { conditionsOn, isNarrow } from "../../vocabulary/statements";

/**
 * Services that say for whom they come: the account, or the resource. Not among them: load balancers that write their
 * logs, whom a condition on it locked out of a bucket.
 */
const SERVICES =
  /^(apigateway|budgets|cloudtrail|cloudwatch|cloudwatch\.alarms|codestar-notifications|config|costalerts|delivery\.logs|events|guardduty|iot|logging\.s3|logs(\.[a-z0-9-]+)?|pipes|s3|scheduler|ses|sns|states|vpc-flow-logs)\.amazonaws\.com$/;
const SOURCE = /^aws:Source(Account|Arn|OrgID|OrgPaths|Owner)$/i;
/** These say which resource of the account they come for, each time: the account alone lets any other of it in. */
const WITH_ARN = /^(cloudwatch|events|logging\.s3|states)\.amazonaws\.com$/;
const SOURCE_ARN = /^aws:SourceArn$/i;
/** A stream is made without naming for whom; writing to it isn't. */
const HARMLESS = ["logs:CreateLogStream"];
/** Services that use a key say for what by other conditions: `encryption/key-use-conditioned`. */
const ELSEWHERE = /^aws_kms_key/;

export const grantsToServicesNameTheirSource: Check = (plan) => [
  ...policyStatements(plan)
    .filter(isJudged)
    .map((fact) => judgeAllowed(fact, unnamed)),
  ...plan.resources("aws_lambda_permission").filter(isForService).map(judgePermission),
];

const isJudged = ({ kind, resource }: PolicyFact) => kind === "resource" && !ELSEWHERE.test(resource.type);

function unnamed(statement: Statement): readonly string[] {
  const { actions, principals } = statement;
  if (actions.length > 0 && actions.every((action) => HARMLESS.includes(textOf(action)))) return [];
  const names = (key: RegExp) => conditionsOn(statement, key).some(isNarrow);
  return principals
    .filter(({ type }) => type === "Service")
    .flatMap(({ values }) => values.map(textOf))
    .filter((service) => SERVICES.test(service) && !names(WITH_ARN.test(service) ? SOURCE_ARN : SOURCE))
    .map((service) => `${service}, for whomever it comes, ${actions.map(textOf).join(", ")}`);
}

const isForService = (permission: Resource) => SERVICES.test(String(permission.get("principal")));

function judgePermission(permission: Resource) {
  const isNamed = ["source_account", "source_arn", "principal_org_id"].some(
    (attribute) => isSet.holds(permission.get(attribute)) === true,
  );
  return judge(permission.address, isNamed, `it lets ${permission.get("principal")} in, for whomever it comes`);
}
