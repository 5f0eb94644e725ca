import { readPlan } from "../../src/plan/read";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import type { StressReport } from "../../src/stress/report";
import { SCENARIOS } from "../../src/stress/scenarios";
import { runSuite } from "../../src/stress/suite";
import { synthesized } from "./synthesized";

let report: StressReport | undefined;

/** One scenario of `demo` with everything that is looked for; made once. */
export function demoReport(): StressReport {
  report ??= runSuite({
    environment: "demo",
    facts: platformFacts(readPlan(synthesized("demo").get("demo-platform"))),
    load: defaultLoad,
    scenarios: SCENARIOS.slice(0, 1),
    seed: 1,
    runs: 2,
    analyses: true,
  });
  return report;
}

/**
 * Every scenario of `production`, run once, with all that a report can hold.
 * @param name what the plan calls its alarms, its zones and whatever things happen to
 */
export function everyScenario(name: string): StressReport {
  const whole = runSuite({
    environment: "production",
    facts: platformFacts(readPlan(synthesized("production").get("production-platform"))),
    load: defaultLoad,
    scenarios: SCENARIOS,
    seed: 1,
    runs: 1,
    analyses: false,
  });
  const { ablations, assumptions } = demoReport();
  const option = { availability: 0.99, failedRequests: 12, costPerHour: 0.1, claimsLost: [ablations[0]?.claim ?? ""] };
  return {
    ...whole,
    ablations,
    assumptions,
    environment: name,
    priceOfSafety: {
      trace: name,
      options: [
        { ...option, id: "spot", title: "Spot only" },
        { ...option, id: "on-demand", title: "All On-Demand", costPerHour: 0.4, claimsLost: [] },
      ],
      cheapest: "on-demand",
    },
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
