import { policyStatements } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { judgeAllowed, textOf } from "../../vocabulary/permissions";

/** Such a policy is the account's, not a group's. */
export const resourcePoliciesNameGroups: Check = (plan) =>
  policyStatements(plan)
    .filter(({ resource }) => resource.type === "aws_cloudwatch_log_resource_policy")
    .map((fact) =>
      judgeAllowed(fact, ({ resources }) => resources.map(textOf).filter((one) => /^\*|:log-group:\*/.test(one))),
    );
