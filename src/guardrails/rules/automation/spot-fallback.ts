import { stateMachines } from "../../../plan/facts/state-machines";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { judgeSpotGroups } from "../../vocabulary/ecs-groups";
import { fallbacksOf } from "../../vocabulary/spot-fallbacks";

export const spotFallback: Check = (plan) =>
  judgeSpotGroups(plan, ({ group }) =>
    openIf(
      stateMachines(plan).some(({ definition }) => definition === undefined),
      judge(
        group.address,
        fallbacksOf(plan, group).length > 0,
        "no state machine of the plan updates its share of On-Demand, in every call, so nothing turns to On-Demand",
      ),
    ),
  );
