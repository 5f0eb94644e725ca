import { readPlan } from "../../src/plan/read";
import { outcomesWithout } from "../../src/stress/ablations";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import { outcomesOf } from "../../src/stress/outcomes";
import { PROTECTIONS } from "../../src/stress/protections";
import { registryOutage } from "../../src/stress/scenarios/registry-outage";
import { secretPermissionRemoved } from "../../src/stress/scenarios/secret-permission-removed";
import { trustBoundary } from "../../src/stress/scenarios/trust-boundary";
import { synthesized } from "../support/synthesized";

const facts = platformFacts(readPlan(synthesized("production").get("production-platform")));
const subject = { facts, load: defaultLoad, seed: 1 };
const scenarios = [secretPermissionRemoved, registryOutage, trustBoundary];
const whole = outcomesOf(scenarios, subject);

/** Claims that hold, and don't without a protection. */
function fallsWithout(id: string): readonly string[] {
  const protection = PROTECTIONS.find((one) => one.id === id);
  if (protection === undefined) throw new Error(`no protection ${id}`);
  const bare = outcomesWithout(protection, scenarios, subject) ?? whole;
  return [...whole].filter(([claim, { holds }]) => holds && bare.get(claim)?.holds === false).map(([claim]) => claim);
}

test.each([
  ["grant-parameters", "registry-outage/restart-from-cache"],
  ["grant-secrets", "registry-outage/restart-from-cache"],
  ["grant-images", "registry-outage/comes-back"],
  ["nat-gateways", "registry-outage/comes-back"],
  ["endpoints", "trust-boundary/secrets-stay-inside"],
  ["cached-images", "registry-outage/restart-from-cache"],
  ["task-events", "secret-permission-removed/reason-is-kept"],
  ["metadata-hop-limit", "trust-boundary/instance-out-of-reach"],
  ["blocked-metadata", "trust-boundary/instance-out-of-reach"],
  ["group-references", "trust-boundary/only-by-load-balancer"],
  ["private-instances", "trust-boundary/no-public-address"],
  ["https", "trust-boundary/tls-from-users"],
])("without %s, %s falls", (protection, claim) => {
  expect(fallsWithout(protection)).toContain(claim);
});

test("where no secret is under a key of the customer's own, a grant to decrypt earns nothing", () => {
  expect(fallsWithout("grant-decryption")).toEqual([]);
});
