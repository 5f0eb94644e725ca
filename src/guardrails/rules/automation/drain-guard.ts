import type { ServiceFact } from "../../../plan/facts/services";
import { stateMachines } from "../../../plan/facts/state-machines";
import type { Plan } from "../../../plan/plan";
import { type MaybeValue, Unknown } from "../../../plan/value";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { instanceServices } from "../../vocabulary/services";
import { spotGroupsOf } from "../../vocabulary/spot-services";
import { mayBeStartedUnseen, startedByWarnings } from "../../vocabulary/spot-warnings";

/** ECS's own default; below it ECS takes a draining instance's tasks out at once. */
const ALL = 100;

export const drainGuard: Check = (plan) =>
  instanceServices(plan)
    .filter((fact) => spotGroupsOf(plan, fact).length > 0 && fact.targetGroups.length > 0 && keepsAll(fact))
    .map((fact) =>
      openIf(
        mayBeStartedUnseen(plan) || startedByWarnings(plan).some(({ type }) => type !== "aws_sfn_state_machine"),
        judge(
          fact.service.address,
          isGuarded(plan, fact),
          "no enabled rule for Spot interruption warnings starts what takes targets out of the target groups",
        ),
      ),
    );

function keepsAll({ service }: ServiceFact): boolean {
  const percent: MaybeValue = service.get("deployment_minimum_healthy_percent") ?? ALL;
  return percent instanceof Unknown || Number(percent) >= ALL;
}

/** A state machine's definition says it, and of which groups; a function may do it in code, which no plan shows. */
function isGuarded(plan: Plan, { targetGroups }: ServiceFact): boolean {
  return startedByWarnings(plan).some((started) => {
    if (started.type !== "aws_sfn_state_machine") return false;
    const fact = stateMachines(plan).find(({ machine }) => machine.address === started.address);
    if (fact?.definition === undefined) return true;
    const takesOut = fact.states.some(({ state }) => String(state.Resource).endsWith(":deregisterTargets"));
    const named = plan.referenced(fact.definition, "aws_lb_target_group");
    return takesOut && (named.length === 0 || targetGroups.every((group) => named.includes(group)));
  });
}
