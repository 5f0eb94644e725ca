import { isEnabled } from "../../cloudwatch/event-rules";
import { stateMachines } from "../../plan/facts/state-machines";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";

const WRITES = /:autoscaling:updateAutoScalingGroup$/;

const SHARE = /"OnDemandPercentageAboveBaseCapacity(\.\$)?"/;

/** A state machine that changes the share of On-Demand of an Auto Scaling group of the plan, with the groups that its definition names. */
export interface SpotFallback {
  readonly machine: Resource;
  readonly groups: readonly Resource[];
}

/** Every state machine that moves the share of On-Demand, as far as definitions are known before apply. */
export const spotFallbacks = oncePerPlan((plan): readonly SpotFallback[] =>
  stateMachines(plan)
    .filter(({ states }) => {
      const writes = states.filter(({ state }) => WRITES.test(String(state.Resource)));
      return writes.length > 0 && writes.every(({ state }) => SHARE.test(JSON.stringify(state.Parameters ?? null)));
    })
    .map(({ machine, definition }) => ({
      machine,
      groups: plan.referenced(definition, "aws_autoscaling_group"),
    })),
);

/** Those of one group. */
export function fallbacksOf(plan: Plan, { address }: Resource): readonly SpotFallback[] {
  return spotFallbacks(plan).filter(({ groups }) => groups.some((group) => group.address === address));
}

/** The targets of EventBridge that are a state machine, each with that machine. */
export const machineTargets = oncePerPlan((plan) =>
  plan
    .resources("aws_cloudwatch_event_target")
    .flatMap((target) =>
      plan.referenced(target.get("arn"), "aws_sfn_state_machine").map((machine) => ({ target, machine })),
    ),
);

/** The enabled rules that start a state machine. */
export function rulesThatStart(plan: Plan, { address }: Resource): readonly Resource[] {
  return machineTargets(plan)
    .filter(({ machine }) => machine.address === address)
    .flatMap(({ target }) => plan.referenced(target.get("rule"), "aws_cloudwatch_event_rule"))
    .filter(isEnabled);
}
