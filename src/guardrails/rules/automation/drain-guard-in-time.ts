import { stateMachines } from "../../../plan/facts/state-machines";
import type { Resource } from "../../../plan/plan";
import { isList, isRecord, Unknown, type Value, type ValueRecord } from "../../../plan/value";
import { failed, judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { instanceServices } from "../../vocabulary/services";
import { spotGroupsOf } from "../../vocabulary/spot-services";

/** What EC2 gives between its warning and the end, less what the calls need at the least. */
const MOST_SECONDS = 120 - 10;
/** Sooner than at the half of it, targets go that their replacements might still have relieved. */
const LEAST_SHARE = 0.5;
const DEFAULT_DEREGISTRATION_SECONDS = 300;

/** Of each target group of a service on Spot that a definition guards (`targetGroupArn` with `lookAtSeconds`). */
export const drainGuardInTime: Check = (plan) => {
  const onSpot = new Set(
    instanceServices(plan)
      .filter((fact) => spotGroupsOf(plan, fact).length > 0)
      .flatMap(({ targetGroups }) => targetGroups),
  );
  return stateMachines(plan).flatMap(({ machine, definition }) =>
    definition === undefined
      ? []
      : guardedIn(definition).flatMap((guarded) =>
          plan
            .referenced(guarded.targetGroupArn ?? null, "aws_lb_target_group")
            .filter((group) => onSpot.has(group))
            .map((group) => judgeGroup(machine, group, guarded)),
        ),
  );
};

function judgeGroup(machine: Resource, group: Resource, { lookAtSeconds = null }: ValueRecord) {
  const delay = group.get("deregistration_delay") ?? DEFAULT_DEREGISTRATION_SECONDS;
  if (delay instanceof Unknown || lookAtSeconds instanceof Unknown)
    return undecided(machine.address, `when connections to ${group.address} end is known only at apply`);
  const wait = Number(lookAtSeconds);
  const most = MOST_SECONDS - Number(delay);
  const found = `it waits ${wait} s, and connections to ${group.address} take ${Number(delay)} s to end`;
  return wait > most
    ? failed(machine.address, `${found}; wanted: ${MOST_SECONDS} s together at most`)
    : judge(machine.address, wait >= LEAST_SHARE * most, `${found}; replacements might have ${most} s to come`);
}

function guardedIn(value: Value): readonly ValueRecord[] {
  if (isList(value)) return value.flatMap(guardedIn);
  if (!isRecord(value)) return [];
  const own = value.targetGroupArn !== undefined && value.lookAtSeconds !== undefined ? [value] : [];
  return [...own, ...Object.values(value).flatMap(guardedIn)];
}
