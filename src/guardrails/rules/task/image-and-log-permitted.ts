import type { PolicyText } from "../../../plan/facts/policies";
import { comesFromOutside } from "../../../plan/outside";
import type { Plan, Resource } from "../../../plan/plan";
import type { MaybeValue, ValueRecord } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, valueAt } from "../../vocabulary/containers";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";
import { coversArn } from "../../vocabulary/statements";
import { executionRoleOf } from "../../vocabulary/task-secrets";

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
const LOG = ["logs:CreateLogStream", "logs:PutLogEvents"];
/** An image in ECR: account, region, repository. */
const ECR_IMAGE = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)/;

export const imageAndLogPermitted: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition: { address }, taskDefinition }, what) => {
    const role = executionRoleOf(plan, taskDefinition);
    if (role === undefined) return [];
    const denied = [...deniedPulls(plan, role, definition), ...deniedLogs(plan, role, definition)];
    return denied.length > 0 && hasUnknownGrants(plan, role)
      ? undecided(address, `what ${role.address} may do isn't in the plan`)
      : judge(address, denied.length === 0, `${role.address} may not call ${denied.join(", ")} for ${what}`);
  });

function deniedPulls(plan: Plan, role: Resource, definition: ValueRecord): readonly string[] {
  const [, account, region, repository] = ECR_IMAGE.exec(String(valueAt(definition, "image"))) ?? [];
  if (repository === undefined) return [];
  const arn = `arn:aws:ecr:${region}:${account}:repository/${repository}`;
  const isMeant = (resource: PolicyText) => coversArn(textOf(resource), arn) || textOf(resource).includes("${");
  return [
    ...PULL.filter((action) => !allows(plan, role, action, isMeant)),
    ...(allows(plan, role, "ecr:GetAuthorizationToken") ? [] : ["ecr:GetAuthorizationToken"]),
  ];
}

function deniedLogs(plan: Plan, role: Resource, definition: ValueRecord): readonly string[] {
  if (valueAt(definition, "logConfiguration.logDriver") !== "awslogs") return [];
  const group = valueAt(definition, "logConfiguration.options.awslogs-group");
  if (comesFromOutside(plan, group)) return [];
  return LOG.filter((action) => !allows(plan, role, action, (resource) => isOfGroup(plan, resource, group)));
}

function isOfGroup(plan: Plan, resource: PolicyText, group: MaybeValue): boolean {
  const wanted = plan.referenced(group, "aws_cloudwatch_log_group");
  if (plan.referenced(resource, "aws_cloudwatch_log_group").some((found) => wanted.includes(found))) return true;
  const [, , , , , , pattern] = textOf(resource).split(":");
  return textOf(resource) === "*" || (pattern !== undefined && coversArn(pattern, String(group)));
}
