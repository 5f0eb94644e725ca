import { readPlan } from "../../src/plan/read";
import { outcomesWithout } from "../../src/stress/ablations";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import { outcomesOf } from "../../src/stress/outcomes";
import { PROTECTIONS } from "../../src/stress/protections";
import type { Scenario } from "../../src/stress/scenario";
import { SCENARIOS } from "../../src/stress/scenarios";
import { synthesized } from "../support/synthesized";

const facts = platformFacts(readPlan(synthesized("production").get("production-platform")));
const subject = { facts, load: defaultLoad, seed: 1 };

/** What each protection carries: a claim that falls where it is taken away, and nothing else is. */
const CARRIED: { readonly [protection: string]: string } = {
  "spot-draining": "deployment-safety/whole-under-reclaim",
  "managed-termination-protection": "scale-in-under-load/victims-are-empty",
  "managed-draining": "instance-refresh/no-failed-request",
  "spare-capacity": "traffic-surge/five-times-is-served",
  "scale-in-cooldown": "zero-traffic-night/desired-stay-healthy",
  "refresh-of-protected": "instance-refresh/all-replaced",
  "deregistration-delay": "scale-in-under-load/connections-survive",
  "on-demand-base": "pending-task-deadlock/base-serves",
  "nat-gateway-per-zone": "az-outage/nat-recovers",
  "room-to-grow": "secret-permission-removed/fix-recovers",
  "managed-scaling": "pending-task-deadlock/at-maximum-recovers",
  "minimum-healthy-percent": "spot-reclaim-during-deployment/none-cut",
  "maximum-percent": "deployment-safety/completes",
  "grace-period": "deployment-safety/slow-start-completes",
  "stop-timeout": "deployment-safety/none-killed",
  "circuit-breaker": "bad-deployment/crashes-rolled-back",
  rollback: "bad-deployment/errors-cost-little",
  "deployment-alarm": "bad-deployment/errors-rolled-back",
  "cached-images": "registry-outage/restart-from-cache",
  "service-scaling": "traffic-surge/five-times-is-served",
  "spot-fallback": "spot-capacity-collapse/capacity-back",
  "drain-guard": "spot-reclaim-during-deployment/none-cut",
  spread: "registry-outage/rest-serves",
  alarms: "bad-deployment/errors-heard",
  "event-rules": "bad-deployment/crashes-heard",
};

/** The scenario of a claim, with no more of it than that. */
function scenarioOf(id: string): Scenario {
  for (const scenario of SCENARIOS) {
    const claim = scenario.claims.find((one) => one.id === id);
    if (claim === undefined) continue;
    return { ...scenario, claims: [claim], variants: scenario.variants.filter((one) => one.id === claim.variant) };
  }
  throw new Error(`no claim ${id}`);
}

test.each(Object.entries(CARRIED))("without %s a claim falls that held: %s", (protection, claim) => {
  const scenarios = [scenarioOf(claim)];
  const [taken] = PROTECTIONS.filter(({ id }) => id === protection);
  expect(taken && outcomesOf(scenarios, subject).get(claim)?.holds).toBe(true);
  expect(taken && outcomesWithout(taken, scenarios, subject)?.get(claim)?.holds).toBe(false);
});

test("no claim that should hold can begin to where a protection is taken away: all of them hold", () => {
  const outcomes = outcomesOf(SCENARIOS, subject);
  const broken = SCENARIOS.flatMap(({ claims }) => claims).filter(
    ({ id, insteadTrue }) => insteadTrue === undefined && outcomes.get(id)?.holds === false,
  );
  expect(broken.map(({ id }) => id)).toEqual([]);
});
