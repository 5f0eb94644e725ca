import { LEVERS } from "./levers";
import { difference } from "./line";
import type { Cheapest } from "./report";
import type { Lever, Setting } from "./setting";
import { type Bill, keeps, type Trial, type Verdict } from "./trial";

/** A further step from a setting, tried out. */
type Step = Verdict & { readonly lever: Lever; readonly setting: Setting };

/**
 * The cheapest setting that keeps every required claim that is kept now, as far as a search finds it: each lever in turn,
 * what saves most by itself first, as many steps of it as keep all; until every further step of any loses a claim.
 */
export function findCheapest(trial: Trial, first: Setting): Cheapest {
  const taken: string[] = [];
  let setting = first;
  let bill: Bill = trial.first;
  const take = (step: Step | undefined): boolean => {
    if (step === undefined || !keeps(step)) return false;
    taken.push(step.lever.id);
    setting = step.setting;
    bill = step.result;
    return true;
  };
  for (const lever of bestFirst(trial, first)) while (take(stepOf(trial, lever, setting, bill)));
  // What was turned down early may be bearable by now, and what isn't is to be shown.
  for (;;) {
    const further = LEVERS.flatMap((lever) => stepOf(trial, lever, setting, bill) ?? []);
    if (!further.some(take)) return cheapestOf(trial, bill, taken, further);
  }
}

/** The levers by what their first step saves of an ordinary month. */
function bestFirst(trial: Trial, setting: Setting): readonly Lever[] {
  const saved = new Map(
    LEVERS.map((lever) => {
      const next = nextOf(lever, setting);
      return [lever, next === undefined ? 0 : difference(trial.first.month, trial.bill(next).month)] as const;
    }),
  );
  return LEVERS.toSorted((a, b) => (saved.get(b) ?? 0) - (saved.get(a) ?? 0));
}

const nextOf = (lever: Lever, setting: Setting) => (lever.step ?? lever.apply)(setting);

/** `undefined`: there is none, or an ordinary month isn't cheaper by it. */
function stepOf(trial: Trial, lever: Lever, setting: Setting, bill: Bill): Step | undefined {
  const next = nextOf(lever, setting);
  if (next === undefined || difference(bill.month, trial.bill(next).month) <= 0) return undefined;
  return { lever, setting: next, ...trial.judge(next, bill) };
}

function cheapestOf({ first }: Trial, bill: Bill, taken: readonly string[], last: readonly Step[]): Cheapest {
  return {
    levers: [...new Set(taken)].map((id) => ({ id, steps: taken.filter((each) => each === id).length })),
    perMonth: bill.floor,
    ordinaryMonth: bill.month,
    saves: difference(first.floor, bill.floor),
    savesUnderLoad: difference(first.month, bill.month),
    oneStepCheaper: last.map(({ lever: { id }, saves, savesUnderLoad, claimsLost, claimsUnmeasured }) => ({
      ...{ id, saves, savesUnderLoad, claimsLost, claimsUnmeasured },
    })),
  };
}
