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
