import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { hasUnknownGrants, statementsFor } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";
import { pipelines } from "../../vocabulary/pipelines";
import { isAbout } from "../../vocabulary/statements";

/** What makes a service need its own role, the first time in an account, and the name of the service in that role's ARN. */
const NEEDS: readonly (readonly [action: string, service: string])[] = [
  ["autoscaling:CreateAutoScalingGroup", "autoscaling.amazonaws.com"],
  ["ec2:RunInstances", "spot.amazonaws.com"],
  ["ecs:CreateCluster", "ecs.amazonaws.com"],
  ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing.amazonaws.com"],
  ["application-autoscaling:RegisterScalableTarget", "ecs.application-autoscaling.amazonaws.com"],
];

/** Of pipelines that may make any: one that may make none works in an account where they are there. */
export const serviceLinkedRolesMakeable: Check = (plan) =>
  pipelines(plan).flatMap((role) => {
    const allowed = statementsFor(plan, role).filter(({ effect }) => effect === "Allow");
    const may = (action: string) => allowed.filter((statement) => isAbout(statement, action));
    const roles = may("iam:CreateServiceLinkedRole").flatMap(({ resources }) => resources.map(textOf));
    if (roles.length === 0) return [];
    const missing = NEEDS.filter(
      ([action, service]) =>
        may(action).length > 0 &&
        !roles.some((arn) => arn === "*" || arn.includes(`/${service}/`) || /role\/\*/.test(arn)),
    );
    return [
      openIf(
        hasUnknownGrants(plan, role),
        judge(
          role.address,
          missing.length === 0,
          missing.map(([action, service]) => `${action}, and not make the role of ${service}`).join("; "),
        ),
        "; what else it may isn't in the plan",
      ),
    ];
  });
