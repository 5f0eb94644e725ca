import { readPlan } from "../../src/plan/read";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import { SCENARIOS } from "../../src/stress/scenarios";
import { assemble, suiteOf, workOf } from "../../src/stress/suite";
import { perform } from "../../src/stress/work";
import { synthesized } from "../support/synthesized";

const facts = platformFacts(readPlan(synthesized("production").get("production-platform")));
const props = {
  ...{ environment: "production", facts, scenarios: SCENARIOS, load: defaultLoad },
  ...{ seed: 1, runs: 1, analyses: true },
};
const suite = suiteOf(props);
// Boundaries and sensitivity are looked for elsewhere.
const works = workOf(suite).filter(({ kind }) => kind === "runs" || kind === "ablation");
const answers = works.map((work) => perform(work, SCENARIOS, props));
const { ablations } = assemble(suite, works, answers);

/** Protections without which a claim no longer holds. */
const earning = new Set(
  ablations.filter(({ holdsWith, holdsWithout }) => holdsWith && !holdsWithout).map(({ protection }) => protection),
);

test.each([
  "spot-draining",
  "managed-termination-protection",
  "managed-draining",
  "spare-capacity",
  "scale-in-cooldown",
  "refresh-of-protected",
  "deregistration-delay",
  "on-demand-base",
  "nat-gateway-per-zone",
  "room-to-grow",
  "managed-scaling",
  "minimum-healthy-percent",
  "maximum-percent",
  "stop-timeout",
  "circuit-breaker",
  "rollback",
  "deployment-alarm",
  "service-scaling",
  "spot-fallback",
  "drain-guard",
  "alarms",
  "event-rules",
])("without %s a claim falls that held", (protection) => {
  expect([...earning]).toContain(protection);
});

test("no claim that should hold begins to hold where a protection is taken away", () => {
  const better = ablations.filter(({ holdsWith, holdsWithout }) => !holdsWith && holdsWithout);
  const falseOnes = SCENARIOS.flatMap(({ claims }) => claims).filter(({ insteadTrue }) => insteadTrue !== undefined);
  expect(better.filter(({ claim }) => !falseOnes.some(({ id }) => id === claim))).toEqual([]);
});
