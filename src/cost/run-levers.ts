import type { Plan } from "../plan/plan";
import { LEVERS } from "./levers";
import type { LeverResult } from "./report";
import type { Setting } from "./setting";
import type { Trial } from "./trial";

/**
 * What each lever that changes anything saves and costs, by itself.
 * @param rulesBroken ids of the rules that plans break, by other means than the suite. @default - none is asked
 */
export function runLevers(
  trial: Trial,
  setting: Setting,
  rulesBroken: (plans: ReadonlyMap<string, Plan>) => ReadonlySet<string> = () => new Set(),
): readonly LeverResult[] {
  const before = rulesBroken(setting.plans);
  return LEVERS.flatMap(({ id, title, besides, apply }) => {
    const changed = apply(setting);
    if (changed === undefined) return [];
    const { result: _, ...verdict } = trial.judge(changed, trial.first);
    const broken = [...rulesBroken(changed.plans)].filter((rule) => !before.has(rule));
    return { id, title, besides, ...verdict, rulesBroken: broken };
  });
}
