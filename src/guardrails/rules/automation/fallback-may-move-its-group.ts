import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";
import { spotFallbacks } from "../../vocabulary/spot-fallbacks";

const MOVES = "autoscaling:UpdateAutoScalingGroup";

export const fallbackMayMoveItsGroup: Check = (plan) =>
  spotFallbacks(plan).flatMap(({ machine, groups }) =>
    plan.referenced(machine.get("role_arn"), "aws_iam_role").flatMap((role) => {
      const mayMore = allows(plan, role, MOVES, (resource) =>
        plan.referenced(resource, "aws_autoscaling_group").every((group) => !groups.includes(group)),
      );
      return groups.map((group) => {
        const may = allows(plan, role, MOVES, (resource) =>
          plan.referenced(resource, "aws_autoscaling_group").includes(group),
        );
        const found = mayMore ? "may update groups that aren't in its definition" : `may not update ${group.address}`;
        return openIf(
          !mayMore && hasUnknownGrants(plan, role),
          judge(machine.address, may && !mayMore, `${role.address} ${found}`),
          "; what else it may isn't in the plan",
        );
      });
    }),
  );
