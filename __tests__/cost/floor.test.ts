import fc from "fast-check";
import { PRICE_BOOK } from "../../src/catalogue/price-book";
import { HOURS_A_MONTH, PRICES } from "../../src/catalogue/prices";
import { type Floor, floorOf } from "../../src/cost/floor";
import { totalOf } from "../../src/cost/line";
import { unpricedOf } from "../../src/cost/unpriced";
import { readPlan } from "../../src/plan/read";
import { configured, fixturePlan } from "../support/plan";
import { synthesized } from "../support/synthesized";

const plansOf = (environment: string) =>
  [...synthesized(environment)].map(([stack, document]) => readPlan(document, stack));
const floorFor = (environment: string) => floorOf(plansOf(environment), PRICE_BOOK);

/** Each kind's amount, as a person would sum it up. */
const kindsOf = ({ lines }: Floor) =>
  Object.fromEntries(
    [...new Set(lines.map(({ kind }) => kind))].map((kind) => [
      kind,
      totalOf(lines.filter((line) => line.kind === kind)),
    ]),
  );

// By hand, from AWS's prices in docs and the environments' files; GB in logs are 10^9 bytes, a month 43,800 minutes.
test("the demo's floor is what a calculation by hand says", () => {
  expect(kindsOf(floorFor("demo"))).toEqual({
    // Two instances, all in the base: t3a.large is the cheapest of the types, 0.0752 an hour.
    "On-Demand instances": 109.792,
    "Spot instances": 0,
    // 2 × 30 GiB at 0.08; 2 × 7 metrics at 0.30.
    "volumes of instances": 4.8,
    "detailed monitoring of instances": 4.2,
    // One of the platform, one of the state.
    "KMS keys": 2,
    // 730 × 0.0225; two nodes, each with an address, 2 × 730 × 0.005.
    "load balancers": 16.425,
    "public addresses of load balancers": 7.3,
    // Two zones: 2 × 730 × 0.045, and an address each.
    "NAT gateways": 65.7,
    "public addresses of NAT gateways": 7.3,
    // ssm in two zones: 2 × 730 × 0.01.
    "interface endpoints, in each zone": 14.6,
    // 21 alarms; five of them (failed requests, tasks missing, group at its maximum, two of NAT drops) read more metrics.
    "metrics of alarms": 2.9,
    "composite alarms": 3.5,
    dashboards: 3,
    "Route 53 zones": 0.5,
    "web ACLs": 5,
    "rules of web ACLs": 2,
    // 11 of the cluster, 13 of the service, 8 of its family, at 0.30.
    "Container Insights": 9.6,
    // Three log filters, and the number of locks.
    "metrics of one's own": 1.2,
    // 8 interfaces (2 instances, 2 nodes, 2 gateways, 2 of the endpoint) × 10 × 43,800 × 150 B = 0.5256 GB at 0.50.
    "flow logs": 0.2628,
    // 1 + 1 + 2 × 2 = 6 events a minute of 800 B: 0.21024 GB.
    "logs of Container Insights": 0.1051,
    // 2 tasks × 2 nodes, every 10 s, 200 B: 1,051,200 lines, 0.21024 GB.
    "logs of health checks": 0.1051,
    // 0.94608 GB, a fifth of it for 12 months at 0.03.
    "logs that are kept": 0.0681,
    // 2 × 730 × 0.005 GB at 0.045.
    "agents' data through NAT gateways": 0.3285,
    // Once a day through 31 states; every ten minutes through 2: 943 and 8,760 transitions at 25 a million.
    "scheduled runs of state machines": 0.2426,
    "reads of tables": 0.0005,
    "Terraform's state": 0.0023,
    "lock table": 0.0003,
    "recovery of the lock table": 0.0002,
  });
});

test("production's floor is what a calculation by hand says", () => {
  const floor = floorFor("production");
  expect(kindsOf(floor)).toEqual({
    // Three instances, all in the base: m5a.large, 0.086 an hour.
    "On-Demand instances": 188.34,
    "Spot instances": 0,
    "volumes of instances": 7.2,
    "detailed monitoring of instances": 6.3,
    "KMS keys": 2,
    "load balancers": 16.425,
    "public addresses of load balancers": 10.95,
    "NAT gateways": 98.55,
    "public addresses of NAT gateways": 10.95,
    // Seven endpoints in three zones: 21 × 7.30.
    "interface endpoints, in each zone": 153.3,
    // 31 alarms and eleven further metrics.
    "metrics of alarms": 4.2,
    "composite alarms": 4,
    dashboards: 3,
    "Route 53 zones": 0.5,
    "web ACLs": 5,
    "rules of web ACLs": 2,
    // The session key; parameters cost nothing.
    "secrets that tasks read": 0.4,
    // 11 + 2 × (13 + 8) = 53.
    "Container Insights": 15.9,
    "metrics of one's own": 1.2,
    // 33 interfaces: 3 instances, 3 tasks in awsvpc mode, 3 nodes, 3 gateways, 21 of endpoints. 2.1681 GB.
    "flow logs": 1.084,
    // 1 + 2 × (1 + 3 × 2) = 15 events a minute, 0.5256 GB.
    "logs of Container Insights": 0.2628,
    // 3 tasks × 3 nodes each, of two services: 2 × 0.47304 GB.
    "logs of health checks": 0.473,
    "logs that are kept": 0.2621,
    "agents' data through NAT gateways": 0.4927,
    "scheduled runs of state machines": 0.2426,
    "reads of tables": 0.0005,
    "Terraform's state": 0.0023,
    "lock table": 0.0003,
    "recovery of the lock table": 0.0002,
  });
  expect(floor.perMonth).toBe(533.0355);
  expect(floor.perHour).toBe(0.7302);
  expect(floor.per12Hours).toBe(8.7622);
});

test.each(["demo", "staging", "production"])("nothing of %s goes without a line", (environment) => {
  expect(plansOf(environment).flatMap(unpricedOf)).toEqual([]);
});

test("a configuration and Terraform's plan of it come to the same lines", () => {
  const [configuration, plan] = ["miniature/main.tf.json", "miniature/plan.json"].map((name) =>
    floorOf([fixturePlan(name)], PRICE_BOOK),
  );
  expect(plan?.lines.length).toBeGreaterThan(5);
  expect(plan).toEqual(configuration);
});

test("whatever the prices, each line is quantity times price, and the lines add up exactly", () => {
  const plans = plansOf("production");
  const ids = Object.keys(PRICES) as readonly (keyof typeof PRICES)[];
  const amounts = fc.record(
    Object.fromEntries(ids.map((id) => [id, fc.double({ min: 0, max: 1000, noNaN: true })])) as {
      [id in keyof typeof PRICES]: fc.Arbitrary<number>;
    },
  );
  fc.assert(
    fc.property(amounts, (drawn) => {
      const prices = Object.fromEntries(ids.map((id) => [id, { ...PRICES[id], amount: drawn[id] }])) as never;
      const { perMonth, perHour, lines } = floorOf(plans, { ...PRICE_BOOK, prices });
      const cents = lines.reduce((sum, { amount }) => sum + BigInt(Math.round(amount * 10_000)), 0n);
      expect(BigInt(Math.round(perMonth * 10_000))).toBe(cents);
      expect(Math.abs(perHour * HOURS_A_MONTH - perMonth)).toBeLessThan(0.04);
      for (const { quantity, unitPrice, amount } of lines) {
        expect(Math.abs(quantity * unitPrice - amount)).toBeLessThanOrEqual(0.000051);
      }
    }),
    { numRuns: 30 },
  );
});

describe("what a plan may have otherwise", () => {
  const kinds = (resource: object) => kindsOf(floorOf([configured(resource)], PRICE_BOOK));

  test("Spot at its minimum is paid for as Spot, at the mean of the types", () => {
    const group = (distribution: object) => ({
      aws_launch_template: { t: { instance_type: "m6i.large" } },
      aws_autoscaling_group: {
        g: {
          name: "g",
          min_size: 4,
          max_size: 9,
          mixed_instances_policy: {
            instances_distribution: distribution,
            launch_template: {
              launch_template_specification: { launch_template_id: "${aws_launch_template.t.id}" },
              override: [{ instance_type: "m6i.large" }, { instance_type: "m5.large" }],
            },
          },
        },
      },
    });
    const spot = (0.096 * 0.36 + 0.096 * 0.3) / 2;
    expect(kinds(group({ on_demand_base_capacity: 1, on_demand_percentage_above_base_capacity: 0 }))).toMatchObject({
      "On-Demand instances": 70.08,
      "Spot instances": Number((3 * 730 * spot).toFixed(4)),
      "volumes of instances": 9.6,
    });
    expect(kinds(group({ on_demand_base_capacity: 0, on_demand_percentage_above_base_capacity: 50 }))).toMatchObject({
      "On-Demand instances": 140.16,
    });
  });

  test("services on Fargate are paid for by the smallest size that holds a task", () => {
    const fargate = kinds({
      aws_ecs_task_definition: { t: { family: "t", cpu: "512", memory: "1536", container_definitions: "[]" } },
      aws_ecs_service: {
        s: { name: "s", launch_type: "FARGATE", desired_count: 2, task_definition: "${aws_ecs_task_definition.t.arn}" },
      },
    });
    // Half a vCPU and 2 GB, twice.
    expect(fargate["vCPUs on Fargate"]).toBeCloseTo(730 * 0.04048, 3);
    expect(fargate["memory on Fargate"]).toBeCloseTo(4 * 730 * 0.004445, 3);
  });

  test("an internal balancer and a private gateway have no public address; one that nothing has does", () => {
    const found = kinds({
      aws_lb: { l: { internal: true, subnets: ["subnet-1", "subnet-2"] } },
      aws_nat_gateway: { n: { connectivity_type: "private", subnet_id: "subnet-1" } },
      aws_eip: { e: { domain: "vpc" } },
    });
    expect(found).not.toHaveProperty("public addresses of load balancers");
    expect(found).not.toHaveProperty("public addresses of NAT gateways");
    expect(found["other public addresses"]).toBe(3.65);
  });

  test("what costs money and has no line is named, and what costs nothing isn't", () => {
    const plan = configured({
      aws_db_instance: { db: { instance_class: "db.t3.micro" } },
      aws_dynamodb_table: { orders: { hash_key: "id" }, locks: { hash_key: "LockID" } },
      aws_iam_role: { role: {} },
      aws_sns_topic: { topic: {} },
      aws_autoscaling_group: { gpu: { min_size: 1, max_size: 1, launch_template: { id: "lt-0" } } },
    });
    expect(unpricedOf(plan).map(({ address }) => address)).toEqual([
      "aws_db_instance.db",
      "aws_dynamodb_table.orders",
      "aws_autoscaling_group.gpu",
    ]);
  });
});
