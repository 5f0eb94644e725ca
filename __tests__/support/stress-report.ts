import { readPlan } from "../../src/plan/read";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import type { StressReport } from "../../src/stress/report";
import { SCENARIOS } from "../../src/stress/scenarios";
import { assemble, runSuite, type SuiteProps, suiteOf, workOf } from "../../src/stress/suite";
import { perform } from "../../src/stress/work";
import { synthesized } from "./synthesized";

let [ofDemo, ofProduction]: readonly (StressReport | undefined)[] = [];

const suite = (environment: string) => ({
  environment,
  facts: platformFacts(readPlan(synthesized(environment).get(`${environment}-platform`))),
  load: defaultLoad,
  seed: 1,
});

/** What safety costs, made up: the real one takes as long as all the rest. */
export function somePrice(claim: string, trace: string): NonNullable<StressReport["priceOfSafety"]> {
  const option = { availability: 0.99, failedRequests: 12, costPerHour: 0.1, claimsBroken: [claim] };
  return {
    trace,
    options: [
      { ...option, id: "spot", title: "Spot only" },
      { ...option, id: "on-demand", title: "All On-Demand", costPerHour: 0.4, claimsBroken: [] },
    ],
    cheapest: "on-demand",
  };
}

/** One scenario of `demo` with everything that is looked for, the price of safety apart; made once. */
export function demoReport(): StressReport {
  ofDemo ??= withoutPrice({ ...suite("demo"), scenarios: SCENARIOS.slice(0, 1), runs: 2, analyses: true });
  return ofDemo;
}

function withoutPrice(props: SuiteProps): StressReport {
  const works = workOf(suiteOf(props)).filter(({ kind }) => kind !== "price");
  const answers = works.map((work) => perform(work, props.scenarios, props));
  return assemble(suiteOf(props), works, answers);
}

/** Every scenario of `production`, run once; made once. */
function productionReport(): StressReport {
  ofProduction ??= runSuite({ ...suite("production"), scenarios: SCENARIOS, runs: 1, analyses: false });
  return ofProduction;
}

/**
 * Every scenario of `production` with all that a report can hold.
 * @param name what the plan calls its alarms, its zones and whatever things happen to
 */
export function everyScenario(name: string): StressReport {
  const whole = productionReport();
  const { ablations, assumptions } = demoReport();
  return {
    ...whole,
    ablations,
    assumptions,
    environment: name,
    priceOfSafety: somePrice(ablations[0]?.claim ?? "", name),
    spotTraces: [{ file: name, type: name, zone: name, seconds: 3600 }],
    scenarios: whole.scenarios.map((scenario, index) => ({
      ...scenario,
      ...(index === 0 && { detectors: [{ variant: name, name, firesAtSeconds: 5 }] }),
      timeline: scenario.timeline.map(({ samples, events, ...timeline }) => ({
        ...timeline,
        samples: samples.map((sample) => ({ ...sample, zones: { ...sample.zones, [name]: 1 } })),
        events: events.map((event, position) =>
          position % 10 === 0 ? { ...event, subject: name, detail: name } : event,
        ),
      })),
    })),
  };
}
