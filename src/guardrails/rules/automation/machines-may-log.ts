import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";

/** What Step Functions does in the role's name to begin, and to find what is there. */
const DELIVERY = [
  "logs:CreateLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
];

export const machinesMayLog: Check = (plan) =>
  plan
    .resources("aws_sfn_state_machine")
    .filter((machine) => !["undefined", "OFF"].includes(String(machine.get("logging_configuration.level"))))
    .flatMap((machine) => {
      const [role] = plan.referenced(machine.get("role_arn"), "aws_iam_role");
      if (role === undefined) return [];
      const refused = DELIVERY.filter((action) => !allows(plan, role, action));
      return [
        openIf(
          hasUnknownGrants(plan, role),
          judge(machine.address, refused.length === 0, `${role.address} isn't allowed ${refused.join(", ")}`),
          "; what else it may isn't in the plan",
        ),
      ];
    });
