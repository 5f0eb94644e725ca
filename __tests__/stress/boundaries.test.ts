import { readPlan } from "../../src/plan/read";
import { findBoundary } from "../../src/stress/boundaries";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import type { Boundary, Scenario } from "../../src/stress/scenario";
import { synthesized } from "../support/synthesized";

const facts = platformFacts(readPlan(synthesized("demo").get("demo-platform")));
const subject = { facts, load: defaultLoad, seed: 1 };

/** A scenario whose one claim measures what the boundary puts there. */
function scenarioOf(holds: (value: number) => boolean): { scenario: Scenario; at: Boundary["at"] } {
  let current = Number.NaN;
  const scenario: Scenario = {
    ...{ id: "probe", title: "", question: "", oftenSaid: "", recovery: "", durationSeconds: 1 },
    variants: [{ id: "only", title: "", disturb: () => {} }],
    claims: [
      {
        ...{ id: "probe/claim", text: "", variant: "only", unit: "share", evidence: [], limit: { atLeast: 1 } },
        measure: () => (holds(current) ? 1 : 0),
      },
    ],
  };
  return {
    scenario,
    at: (value) => ({
      disturb: () => {
        current = value;
      },
    }),
  };
}

const find = (holds: (value: number) => boolean, range: Pick<Boundary, "from" | "to" | "precision">) => {
  const { scenario, at } = scenarioOf(holds);
  return findBoundary(scenario, { claim: "probe/claim", quantity: "q", unit: "share", at, ...range }, subject);
};

test.each([
  ["upwards", 0, 1, (value: number) => value < 0.37, { holdsAt: 0.36, breaksAt: 0.37 }],
  ["downwards", 1, 0, (value: number) => value >= 0.37, { holdsAt: 0.37, breaksAt: 0.36 }],
])("a boundary is found %s, to its precision", (_, from, to, holds, expected) => {
  expect(find(holds, { from, to, precision: 0.01 })).toMatchObject({ ...expected, isMonotone: true });
});

test("what holds everywhere breaks nowhere, and what holds nowhere breaks at once", () => {
  const range = { from: 0, to: 10, precision: 1 };
  expect(find(() => true, range)).toMatchObject({ holdsAt: 10, breaksAt: null });
  expect(find(() => false, range)).toMatchObject({ holdsAt: null, breaksAt: 0 });
});

test("a claim that holds again beyond the boundary has more than one, and it is said", () => {
  const found = find((value) => value < 3 || value > 7, { from: 0, to: 10, precision: 1 });
  expect(found).toMatchObject({ holdsAt: 2, breaksAt: 3, isMonotone: false });
});

test("a boundary of no claim is a fault", () => {
  const { scenario, at } = scenarioOf(() => true);
  const boundary = { claim: "probe/none", quantity: "q", unit: "share", from: 0, to: 1, precision: 1, at } as const;
  expect(() => findBoundary(scenario, boundary, subject)).toThrow("no claim probe/none");
});
