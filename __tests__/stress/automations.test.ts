import { readPlan } from "../../src/plan/read";
import type { JsonObject } from "../../src/states-language/json";
import { assumptions } from "../../src/stress/assumptions";
import { defaultLoad } from "../../src/stress/load-profile";
import { type Platform, type PlatformFacts, platformFacts } from "../../src/stress/model/platform";
import { runScenario } from "../../src/stress/run";
import { keeps, type Scenario } from "../../src/stress/scenario";
import { spotCapacityCollapse } from "../../src/stress/scenarios/spot-capacity-collapse";
import { spotReclaimDuringDeployment } from "../../src/stress/scenarios/spot-reclaim-during-deployment";
import { synthesized } from "../support/synthesized";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const FALLBACK = "aws_sfn_state_machine.spot_fallback";
const GUARD = "aws_sfn_state_machine.drain_guard";

/** The facts with a slip in the text of a machine's definition. */
function withSlip(address: string, from: string | RegExp, to: string): PlatformFacts {
  const automations = production.automations.map((automation) => {
    if (automation.address !== address) return automation;
    const text = JSON.stringify(automation.definition);
    const changed = text.replace(from, to);
    // A slip that changes nothing proves nothing.
    if (changed === text) throw new Error(`${String(from)} isn't in the definition of ${address}`);
    return { ...automation, definition: JSON.parse(changed) as JsonObject };
  });
  return { ...production, automations };
}

/** What a claim measures with those facts, and whether it holds. */
function judge(scenario: Scenario, id: string, facts: PlatformFacts, also: (platform: Platform) => void = () => {}) {
  const claim = scenario.claims.find((one) => one.id === `${scenario.id}/${id}`);
  const variant = scenario.variants.find((one) => one.id === claim?.variant);
  if (claim === undefined || variant === undefined) throw new Error(`no claim ${id}`);
  const disturb = (platform: Platform) => {
    also(platform);
    variant.disturb(platform);
  };
  const run = runScenario({
    ...{ scenario, variant: { ...variant, disturb }, facts },
    ...{ assumptions: assumptions(), seed: 1, load: defaultLoad },
  });
  const measured = claim.measure(run) ?? Number.NaN;
  return { holds: keeps(claim, measured), measured, run };
}

describe("the Spot fallback, as it is synthesized", () => {
  test("has what was lost back, and lowers the share again", () => {
    expect(judge(spotCapacityCollapse, "capacity-back", production).holds).toBe(true);
    expect(judge(spotCapacityCollapse, "share-comes-down", production).holds).toBe(true);
  });

  test.each<[slip: string, claim: string, from: string | RegExp, to: string]>([
    [
      "a share that goes down instead of up",
      "capacity-back",
      "MathAdd($.group.share[0], 25)",
      "MathAdd($.group.share[0], -25)",
    ],
    [
      "a share that never moves",
      "capacity-back",
      '"OnDemandPercentageAboveBaseCapacity.$":"$.target"',
      '"OnDemandPercentageAboveBaseCapacity.$":"$.share"',
    ],
    [
      "a missing instance that isn't seen",
      "capacity-back",
      '{"Variable":"$.launched","NumericLessThanPath":"$.desired","Next":"Missing"},',
      "",
    ],
    [
      "a first sign that is forgotten",
      "capacity-back",
      '"Result":{"missing":1,"quiet":0}',
      '"Result":{"missing":0,"quiet":0}',
    ],
    ["a look once an hour", "capacity-back", '"Type":"Wait","Seconds":300', '"Type":"Wait","Seconds":3600'],
    ["a transition to a state that isn't there", "capacity-back", '"Next":"Rise"', '"Next":"Raise"'],
    [
      "another group's name",
      "capacity-back",
      '"AutoScalingGroupName":"production-1","MixedInstancesPolicy"',
      '"AutoScalingGroupName":"staging-1","MixedInstancesPolicy"',
    ],
    [
      "a call that isn't one",
      "capacity-back",
      "autoscaling:describeScalingActivities",
      "autoscaling:describeScalingActivity",
    ],
    [
      "a share that stays up",
      "share-comes-down",
      '"Next":"NotQuiet"},{"Not"',
      '"Next":"NotQuiet"},{"Variable":"$.share","IsPresent":true,"Next":"NotQuiet"},{"Not"',
    ],
    [
      "steps that overshoot",
      "share-comes-down",
      '"Result":0,"ResultPath":"$.target"',
      '"Result":5,"ResultPath":"$.target"',
    ],
  ])("with %s fails a claim", (_, claim, from, to) => {
    expect(judge(spotCapacityCollapse, claim, withSlip(FALLBACK, from, to)).holds).toBe(false);
  });

  test("without its permission it is refused, and says so", () => {
    const automations = production.automations.map((automation) => ({
      ...automation,
      grants: automation.grants.map((policy) =>
        Array.isArray(policy) ? policy.filter(({ sid }) => sid !== "MoveTheShare") : policy,
      ),
    }));
    const { holds, run } = judge(spotCapacityCollapse, "capacity-back", { ...production, automations });
    expect(holds).toBe(false);
    expect(run.events).toContainEqual(
      expect.objectContaining({
        kind: "automation-failed",
        subject: FALLBACK,
        detail: expect.stringContaining("not authorized to perform autoscaling:UpdateAutoScalingGroup"),
      }),
    );
  });
});

describe("the drain guard, as it is synthesized", () => {
  const cut = (facts: PlatformFacts) => judge(spotReclaimDuringDeployment, "none-cut", facts);

  test("lets no request be cut, by taking out no more than has to go", () => {
    const { holds, run } = cut(production);
    expect(holds).toBe(true);
    expect(run.events.filter(({ kind, subject }) => kind === "automation-failed" && subject === GUARD)).toEqual([]);
    expect(run.platform.automations.messages).toEqual([expect.stringContaining("taken out of the load balancer")]);
  });

  test.each<[slip: string, from: string | RegExp, to: string]>([
    ["a look that comes too late", /"lookAtSeconds":70/g, '"lookAtSeconds":125'],
    ["the floor turned round", '"NumericGreaterThanEqualsPath":"$.floor.need"', '"NumericLessThanPath":"$.floor.need"'],
    ["the targets of those that stay", '"Targets.$":"$.picked.own"', '"Targets.$":"$.picked.staying"'],
    ["the instance of nobody", "$.detail['instance-id']", "$.detail['instance-action']"],
    [
      "a target group of nobody",
      /"TargetGroupArn\.\$":"\$\.group\.targetGroupArn"/g,
      '"TargetGroupArn.$":"$.group.service"',
    ],
    ["a filter that finds nothing", "own: true, out of service: false')]", "own: true, in service: true')]"],
    ["a state that ends the look", '"Next":"Take them out"', '"Next":"Wait for the next look"'],
  ])("with %s fails a claim", (_, from, to) => {
    expect(cut(withSlip(GUARD, from, to)).holds).toBe(false);
  });
});

describe("an automation that fails is never worse than none", () => {
  const without = { ...production, automations: [] };
  /** From the beginning AWS throttles every call, or every other one. */
  const throttle =
    (isThrottled: (call: number) => boolean) =>
    ({ automations }: Platform) => {
      let calls = 0;
      automations.sdk.failures.add(() => {
        calls += 1;
        return isThrottled(calls) ? { name: "AutoScaling.ThrottlingException", cause: "Rate exceeded" } : undefined;
      });
    };

  test.each([
    ["still-serves", spotCapacityCollapse],
    ["none-cut", spotReclaimDuringDeployment],
    ["no-failed-request", spotReclaimDuringDeployment],
  ])("every call throttled: %s", (claim, scenario) => {
    const bare = judge(scenario, claim, without);
    const throttled = judge(
      scenario,
      claim,
      production,
      throttle(() => true),
    );
    expect(throttled.run.events.some(({ kind }) => kind === "automation-failed")).toBe(true);
    expect(throttled.measured).toBeCloseTo(bare.measured, 6);
  });

  test("every third call throttled: both still do what they are for", () => {
    const third = throttle((call) => call % 3 === 0);
    expect(judge(spotCapacityCollapse, "capacity-back", production, third).holds).toBe(true);
    expect(judge(spotReclaimDuringDeployment, "none-cut", production, third).holds).toBe(true);
  });
});
