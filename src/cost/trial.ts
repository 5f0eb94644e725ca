import type { Plan } from "../plan/plan";
import { servicesOf } from "../stress/facts/services";
import type { LoadProfile } from "../stress/load-profile";
import type { Subject } from "../stress/measured";
import { platformFacts } from "../stress/model/platform";
import { type Outcomes, outcomesOf } from "../stress/outcomes";
import type { Scenario } from "../stress/scenario";
import { claimsLost, claimsUnmeasured, requiredClaims } from "./claims-lost";
import { floorOf } from "./floor";
import { difference } from "./line";
import type { Setting } from "./setting";
import { ordinaryMonth, requestCost, trafficCosts, usualRequests } from "./traffic";

export interface TrialProps {
  readonly setting: Setting;
  /** Those whose claims are to be kept. */
  readonly scenarios: readonly Scenario[];
  readonly load: LoadProfile;
  /** Told before each run of the suite. */
  readonly onRun?: (() => void) | undefined;
}

/** What is to be paid, in USD a month. */
export interface Bill {
  readonly floor: number;
  readonly month: number;
}

/** A full run: the bill, and one run of each scenario. */
export interface Result extends Bill {
  readonly outcomes: Outcomes;
}

/** A setting beside another one. */
export interface Verdict {
  readonly result: Result;
  /** USD a month: of the floor, and of an ordinary month. */
  readonly saves: number;
  readonly savesUnderLoad: number;
  /** Required claims that held at first, and don't, or of which nothing is known. */
  readonly claimsLost: readonly string[];
  readonly claimsUnmeasured: readonly string[];
}

/** Of every run. */
const SEED = 1;

/** Tries settings out: each is a full run, the same seed for all. */
export class Trial {
  /** The setting that all begins with. */
  readonly first: Result;
  private readonly required: ReadonlySet<string>;
  /** What the suite says of a plan: what changes prices only changes nothing of it. */
  private readonly known = new Map<Plan, Outcomes>();
  private readonly usual: number;

  constructor(private readonly props: TrialProps) {
    this.required = requiredClaims(props.scenarios);
    const plan = runningPlan(props.setting);
    this.usual = plan === undefined ? 0 : usualRequests(this.subject(plan));
    this.first = this.run(props.setting);
  }

  /** @param before what is saved is counted from; claims are those of the first setting */
  judge(setting: Setting, before: Bill): Verdict {
    const result = this.run(setting);
    return {
      result,
      saves: difference(before.floor, result.floor),
      savesUnderLoad: difference(before.month, result.month),
      claimsLost: claimsLost(this.first.outcomes, result.outcomes, this.required),
      claimsUnmeasured: claimsUnmeasured(this.first.outcomes, result.outcomes, this.required),
    };
  }

  bill(setting: Setting): Bill {
    const { plans, book } = setting;
    const floor = floorOf([...plans.values()], book).perMonth;
    const plan = runningPlan(setting);
    if (plan !== undefined) return { floor, month: ordinaryMonth(floor, trafficCosts(this.subject(plan), book)) };
    // On Fargate the simulator runs nothing; the requests come all the same.
    const [served] = [...plans.values()].filter((each) => each.resources("aws_ecs_service").length > 0);
    const adds = served === undefined ? 0 : requestCost(served, this.usual, book);
    return { floor, month: ordinaryMonth(floor, [{ load: "usual", adds }]) };
  }

  private run(setting: Setting): Result {
    const plan = runningPlan(setting);
    return { ...this.bill(setting), outcomes: plan === undefined ? new Map() : this.outcomes(plan) };
  }

  private outcomes(plan: Plan): Outcomes {
    const before = this.known.get(plan);
    if (before !== undefined) return before;
    this.props.onRun?.();
    const outcomes = outcomesOf(this.props.scenarios, this.subject(plan));
    this.known.set(plan, outcomes);
    return outcomes;
  }

  private subject(plan: Plan): Subject {
    return { facts: platformFacts(plan), load: this.props.load, seed: SEED };
  }
}

/** Whether every required claim is kept. */
export const keeps = (verdict: Pick<Verdict, "claimsLost" | "claimsUnmeasured">): boolean =>
  verdict.claimsLost.length === 0 && verdict.claimsUnmeasured.length === 0;

/** The plan that runs something on instances; `undefined`: none does. */
export function runningPlan({ plans }: Pick<Setting, "plans">): Plan | undefined {
  return [...plans.values()].find((plan) => servicesOf(plan).length > 0);
}
