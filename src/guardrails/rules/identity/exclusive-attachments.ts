import { companions } from "../../../plan/facts/belonging";
import type { Plan, Resource } from "../../../plan/plan";
import { failed, judge, judgeCompanion, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { isSameResource } from "../../vocabulary/same-resource";

export const exclusiveAttachments: Check = (plan) =>
  plan
    .resources("aws_iam_role")
    .map((role) =>
      judgeCompanion(plan, role, "aws_iam_role_policy_attachments_exclusive", "role_name", (list) =>
        judgeList(plan, role, list),
      ),
    );

/** The list has the policies that the plan attaches to the role: it would take them off otherwise. */
function judgeList(plan: Plan, role: Resource, list: Resource) {
  const arns = list.get("policy_arns");
  if (arns === undefined) return failed(list.address, "policy_arns isn't set");
  const attachments = companions(plan, role, "aws_iam_role_policy_attachment", "role");
  const missing = attachments.filter(
    (attachment) => !isSameResource(plan, attachment.get("policy_arn"), arns, "aws_iam_policy"),
  );
  const attached = attachments.map((attachment) => attachment.get("policy_arn") ?? null);
  const unheld = plan
    .referenced(arns, "aws_iam_policy")
    .filter((policy) => !plan.referenced(attached, "aws_iam_policy").includes(policy));
  const addresses = (resources: readonly Resource[]) => resources.map(({ address }) => address).join(", ");
  return unlessOpen(
    plan,
    missing.length > 0 || unheld.length === 0
      ? judge(
          list.address,
          missing.length === 0,
          `policy_arns lacks that of ${addresses(missing)}, and so takes it off`,
        )
      : failed(list.address, `nothing attaches ${addresses(unheld)}, which it lists: what attaches it comes too late`),
    arns,
  );
}
