import { capacityGroups } from "../../../plan/facts/capacity";
import { refersTo } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const ROLE = "aws_iam_service_linked_role";

export const serviceLinkedRole: Check = (plan) => {
  const own = plan.resources(ROLE).filter((role) => role.get("aws_service_name") === "autoscaling.amazonaws.com");
  if (own.length === 0) return [];
  return capacityGroups(plan).map(({ group }) =>
    judgeAttribute(group, "service_linked_role_arn", refersTo(plan, ROLE)),
  );
};
