import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import { createColors } from "picocolors";
import { PRICE_BOOK } from "../../src/catalogue/price-book";
import { findCheapest } from "../../src/cost/cheapest";
import { floorOf } from "../../src/cost/floor";
import { LEVERS } from "../../src/cost/levers";
import { totalOf } from "../../src/cost/line";
import type { CostReport } from "../../src/cost/report";
import { runCost } from "../../src/cost/run-cost";
import { runLevers } from "../../src/cost/run-levers";
import type { Setting } from "../../src/cost/setting";
import { trafficCosts } from "../../src/cost/traffic";
import { Trial } from "../../src/cost/trial";
import { natGateways } from "../../src/plan/facts/network";
import { readPlan } from "../../src/plan/read";
import { costJson } from "../../src/reports/cost-json";
import { costMarkdown } from "../../src/reports/cost-markdown";
import { COST_SCHEMA } from "../../src/reports/cost-schema";
import { costTable } from "../../src/reports/cost-table";
import { groupsOf } from "../../src/stress/facts/capacity";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import { azOutage } from "../../src/stress/scenarios/az-outage";
import { trustBoundary } from "../../src/stress/scenarios/trust-boundary";
import { configured } from "../support/plan";
import { synthesized } from "../support/synthesized";
import { TerraformJson } from "../support/terraform-json";

/** The demo, with an edit in its source. */
function settingWith(edit: (json: TerraformJson) => void = () => {}): Setting {
  const documents = synthesized("demo");
  edit(new TerraformJson(documents));
  return { plans: new Map([...documents].map(([stack, document]) => [stack, readPlan(document)])), book: PRICE_BOOK };
}

const setting = settingWith();
const scenarios = [azOutage, trustBoundary];
const trial = new Trial({ setting, scenarios, load: defaultLoad });
const results = runLevers(trial, setting);
const cheapest = findCheapest(trial, setting);
const resultOf = (id: string) => results.find((result) => result.id === id);
const floorOfSetting = ({ plans, book }: Setting) => floorOf([...plans.values()], book).perMonth;

test("every lever changes something, and its saving is the difference of two whole bills", () => {
  expect(results.map(({ id }) => id)).toEqual(LEVERS.map(({ id }) => id));
  for (const lever of LEVERS) {
    const changed = lever.apply(setting) ?? setting;
    expect([lever.id, resultOf(lever.id)?.saves]).toEqual([
      lever.id,
      Number((floorOfSetting(setting) - floorOfSetting(changed)).toFixed(4)),
    ]);
  }
});

// The same by hand in the source: what the environment file would change.
test.each<readonly [string, (json: TerraformJson) => void]>([
  [
    "lower-base",
    (json) =>
      json.set(
        "aws_autoscaling_group.capacity",
        "mixed_instances_policy.instances_distribution.on_demand_base_capacity",
        1,
      ),
  ],
  ["fewer-instances", (json) => json.set("aws_autoscaling_group.capacity", "min_size", 1)],
  [
    "no-container-insights",
    (json) => {
      json.set("aws_ecs_cluster.cluster", "setting.0.value", "disabled");
      json.remove("aws_cloudwatch_metric_alarm.detection_web_tasks_missing");
      json.remove("aws_cloudwatch_metric_alarm.detection_web_tasks_waiting");
    },
  ],
  ["fewer-endpoints", (json) => json.remove("aws_vpc_endpoint.endpoint_ssm")],
])("%s is what an edit of the source by hand saves", (id, edit) => {
  const byHand = floorOfSetting(setting) - floorOfSetting(settingWith(edit));
  expect(resultOf(id)?.saves).toBeCloseTo(byHand, 4);
});

test("what a lever costs is named: one NAT gateway loses what an outage of its zone promises", () => {
  expect(resultOf("fewer-nat-gateways")).toMatchObject({
    // A gateway and its address for 730 hours, two alarms of four metrics, and its part of the flow logs.
    saves: 36.9376,
    claimsLost: expect.arrayContaining(["az-outage/nat-recovers"]),
  });
  expect(resultOf("fewer-endpoints")?.claimsLost).toEqual(["trust-boundary/secrets-stay-inside"]);
  expect(resultOf("savings-plan")).toMatchObject({ claimsLost: [], claimsUnmeasured: [] });
});

test("on Fargate nothing that instances promise can be measured, and requests come all the same", () => {
  const fargate = resultOf("fargate");
  expect(fargate?.claimsLost).toEqual([]);
  expect(fargate?.claimsUnmeasured).toContain("az-outage/nat-recovers");
  // The difference beside the floor's is the spare instance, not the requests.
  expect((fargate?.savesUnderLoad ?? 0) - (fargate?.saves ?? 0)).toBeCloseTo(24.6078, 3);
});

test("a Savings Plan lowers On-Demand only, and only once", () => {
  const lever = LEVERS.find(({ id }) => id === "savings-plan");
  const once = lever?.apply(setting);
  expect(once && lever?.apply(once)).toBeUndefined();
  expect(resultOf("savings-plan")?.saves).toBeCloseTo(109.792 * 0.27, 3);
});

test("gateways that go leave their routes to the first, and Graviton takes its own image", () => {
  const one = LEVERS.find(({ id }) => id === "fewer-nat-gateways")
    ?.apply(setting)
    ?.plans.get("demo-platform");
  if (one === undefined) throw new Error("the lever changes the platform");
  expect(natGateways(one)).toHaveLength(1);
  expect(groupsOf(one)[0]?.egressZones).toEqual({ "us-east-1a": "us-east-1a", "us-east-1b": "us-east-1a" });
  const arm = LEVERS.find(({ id }) => id === "graviton")
    ?.apply(setting)
    ?.plans.get("demo-platform");
  expect(arm?.resource("aws_launch_template.capacity")?.get("image_id")).toContain("/amazon-linux-2023/arm64/");
  expect(arm && groupsOf(arm)[0]?.types.map(({ architecture }) => architecture)).not.toContain("x86_64");
});

test("what is there already is known by ids: its routes are led to the first gateway too", () => {
  const gateway = (letter: string) => ({ id: `nat-${letter}`, subnet_id: `subnet-${letter}` });
  const plan = configured({
    aws_nat_gateway: { a: gateway("a"), b: gateway("b") },
    aws_route: { a: { nat_gateway_id: "nat-a" }, b: { nat_gateway_id: "nat-b" } },
    aws_route_table: { c: { route: [{ cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-b" }] } },
  });
  const lever = LEVERS.find(({ id }) => id === "fewer-nat-gateways");
  const one = lever?.apply({ plans: new Map([["p", plan]]), book: PRICE_BOOK })?.plans.get("p");
  expect(one?.resource("aws_route.b")?.get("nat_gateway_id")).toBe("nat-a");
  expect(one?.resource("aws_route_table.c")?.get("route.nat_gateway_id")).toBe("nat-a");
  expect(one?.resource("aws_nat_gateway.b")).toBeUndefined();
});

test("the cheapest setting keeps every claim, is one whole bill cheaper, and a step further loses one", () => {
  expect(cheapest.saves).toBeGreaterThan(100);
  expect(cheapest.perMonth).toBeCloseTo(floorOfSetting(setting) - cheapest.saves, 4);
  // Put together by hand, step by step, it is the same bill, and keeps what was kept.
  const steps = cheapest.levers.flatMap(({ id, steps: times }) => Array.from({ length: times }, () => id));
  const together = steps.reduce<Setting>((before, id) => {
    const lever = LEVERS.find((each) => each.id === id);
    return (lever?.step ?? lever?.apply)?.(before) ?? before;
  }, setting);
  expect(floorOfSetting(together)).toBeCloseTo(cheapest.perMonth, 4);
  expect(trial.judge(together, trial.first)).toMatchObject({ claimsLost: [], claimsUnmeasured: [] });
  expect(cheapest.oneStepCheaper.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["fewer-nat-gateways", "fewer-endpoints"]),
  );
  for (const { id, claimsLost } of cheapest.oneStepCheaper) expect([id, claimsLost.length > 0]).toEqual([id, true]);
});

test("every format tells of levers and of the cheapest setting, and JSON follows the published schema", () => {
  const report: CostReport = {
    ...runCost({ environment: "demo", plans: setting.plans, today: "2026-11-28" }),
    ...{ levers: results, cheapest },
  };
  const validate = new Ajv().compile(JSON.parse(readFileSync(join(__dirname, "../..", COST_SCHEMA), "utf8")));
  validate(JSON.parse(costJson(report)));
  expect(validate.errors).toBeNull();
  const table = costTable(report, createColors(false));
  expect(table).toMatch(/^ {2}fewer-nat-gateways +36\.94 +36\.94\n {4}loses az-outage\//m);
  expect(table).toMatch(/^One step cheaper, each by itself:\n {2}\S+\n {4}loses /m);
  expect(Math.max(...table.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(costMarkdown(report)).toMatch(/^\| fewer-nat-gateways \| 36\.94 \| 36\.94 \| az-outage\/network-recovers, /m);
});

test("what a load adds are lines that add up, and more for more requests", () => {
  const plan = setting.plans.get("demo-platform");
  if (plan === undefined) throw new Error("the demo has a platform");
  const costs = trafficCosts({ facts: platformFacts(plan), load: defaultLoad, seed: 1 }, PRICE_BOOK);
  expect(costs.map(({ load }) => load)).toEqual(["silent", "usual", "busy"]);
  for (const { lines, adds } of costs) expect(totalOf(lines)).toBe(adds);
  const [silent, usual, busy] = costs;
  // Nobody comes: what is more than the floor is the spare instance of a target capacity of 80.
  expect(silent?.lines.map(({ item }) => item)[0]).toContain("Spot instances beyond the floor: 1 in");
  // 23.333 requests a second: 0.84 GB an hour are the most of a capacity unit; 20 KB each out, 0.60 a million.
  const amounts = Object.fromEntries((usual?.lines ?? []).map(({ item, amount }) => [item, amount]));
  expect(amounts["capacity units of load balancers"]).toBeCloseTo(23.3333 * 0.072 * 730 * 0.008, 2);
  expect(amounts["answers to the internet"]).toBeCloseTo(23.3333 * 2_628_000 * 2e-5 * 0.09, 1);
  expect(amounts["requests through web ACLs"]).toBeCloseTo(23.3333 * 2.628 * 0.6, 2);
  expect(busy?.adds).toBeGreaterThan(usual?.adds ?? Number.NaN);
});
