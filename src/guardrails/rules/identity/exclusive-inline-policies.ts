import { companions } from "../../../plan/facts/belonging";
import type { Plan, Resource } from "../../../plan/plan";
import { failed, judge, judgeCompanion, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { isSameResource } from "../../vocabulary/same-resource";

/** The list is there, and has the policies that the plan gives the role: it would take them away otherwise. */
export const exclusiveInlinePolicies: Check = (plan) =>
  plan
    .resources("aws_iam_role")
    .map((role) =>
      judgeCompanion(plan, role, "aws_iam_role_policies_exclusive", "role_name", (list) => judgeList(plan, role, list)),
    );

function judgeList(plan: Plan, role: Resource, list: Resource) {
  const names = list.get("policy_names");
  if (names === undefined) return failed(list.address, "policy_names isn't set");
  const missing = companions(plan, role, "aws_iam_role_policy", "role").filter(
    (policy) =>
      !isSameResource(plan, policy.get("name"), names, "aws_iam_role_policy") &&
      !plan.referenced(names, "aws_iam_role_policy").some(({ address }) => address === policy.address),
  );
  const addresses = missing.map(({ address }) => address).join(", ");
  return unlessOpen(
    plan,
    judge(list.address, missing.length === 0, `policy_names lacks ${addresses}, and so takes it away`),
    names,
  );
}
