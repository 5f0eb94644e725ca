import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";

const TRACING = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"];

export const machinesMayTrace: Check = (plan) =>
  plan
    .resources("aws_sfn_state_machine")
    .filter((machine) => String(machine.get("tracing_configuration.enabled")) === "true")
    .flatMap((machine) => {
      const [role] = plan.referenced(machine.get("role_arn"), "aws_iam_role");
      if (role === undefined) return [];
      const refused = TRACING.filter((action) => !allows(plan, role, action));
      return [
        openIf(
          hasUnknownGrants(plan, role),
          judge(machine.address, refused.length === 0, `${role.address} isn't allowed ${refused.join(", ")}`),
          "; what else it may isn't in the plan",
        ),
      ];
    });
