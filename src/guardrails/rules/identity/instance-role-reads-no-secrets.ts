import { companions } from "../../../plan/facts/belonging";
import type { PolicyFact, Statement } from "../../../plan/facts/policies";
import type { Plan, Resource } from "../../../plan/plan";
import { listOf } from "../../../plan/value";
import { allOf, failed, judge } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { instanceRoles } from "../../vocabulary/agent-policies";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { identityPolicies, judgeAllowed } from "../../vocabulary/permissions";
import { isAbout } from "../../vocabulary/statements";

const READS = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "secretsmanager:GetSecretValue"];
/** AWS's policies that let their holder read every parameter or secret of the account. */
const READERS =
  /\/(AmazonSSMManagedInstanceCore|AmazonEC2RoleforSSM|AmazonSSMFullAccess|AmazonSSMReadOnlyAccess|SecretsManagerReadWrite)$/;

export const instanceRoleReadsNoSecrets: Check = (plan) => {
  const roles = ecsGroups(plan).flatMap((group) => instanceRoles(plan, group));
  return [...new Set(roles)].map((role) => judgeRole(plan, role));
};

function judgeRole(plan: Plan, role: Resource): Judgement {
  const own = identityPolicies(plan).filter(({ roles }) => roles.some(({ address }) => address === role.address));
  const attached = [
    ...listOf(role.get("managed_policy_arns")),
    ...companions(plan, role, "aws_iam_role_policy_attachment", "role").map((holder) => holder.get("policy_arn")),
    ...companions(plan, role, "aws_iam_role_policy_attachments_exclusive", "role_name").flatMap((holder) =>
      listOf(holder.get("policy_arns")),
    ),
  ].filter((arn) => READERS.test(String(arn)));
  return allOf(role.address, [
    judge(role.address, attached.length === 0, `it has ${attached.join(", ")}, which reads every parameter or secret`),
    ...own.map((fact) => judgePolicy(role, fact)),
  ]);
}

function judgePolicy(role: Resource, fact: PolicyFact): Judgement {
  const judgement = judgeAllowed(fact, (statement: Statement) => READS.filter((action) => isAbout(statement, action)));
  return judgement.verdict === "failed"
    ? failed(role.address, `${fact.resource.address}: ${judgement.detail}`)
    : judgement;
}
