import type { Account } from "../account";
import { eventRuleUses } from "./event-rules";
import { flowLogUses } from "./flow-logs";
import { instanceUses } from "./instances";
import { stateMachineUses } from "./state-machines";
import { taskUses } from "./tasks";
import type { Use, Uses } from "./use";

const USES: readonly Uses[] = [instanceUses, taskUses, flowLogUses, stateMachineUses, eventRuleUses];

/** Every call that is made at run time as what the stacks make. */
export function usesOf(account: Account): readonly Use[] {
  return USES.flatMap((uses) => uses(account));
}
