import { readPlan } from "../../../src/plan/read";
import type { JsonObject } from "../../../src/states-language/json";
import { assumptions } from "../../../src/stress/assumptions";
import type { Automation } from "../../../src/stress/facts/automations";
import { defaultLoad } from "../../../src/stress/load-profile";
import { Platform, type PlatformFacts, platformFacts } from "../../../src/stress/model/platform";
import { synthesized } from "../../support/synthesized";
import { TerraformJson } from "../../support/terraform-json";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const MACHINE = "aws_sfn_state_machine.drain_guard";

const platformOf = (facts: PlatformFacts = production) =>
  new Platform({ facts, assumptions: assumptions(), seed: 1, load: defaultLoad });

/** The platform with that machine of one state alone, under the drain guard's role. */
function withTask(Resource: string, Parameters: JsonObject, grants?: Automation["grants"]): Platform {
  const definition = { StartAt: "Call", States: { Call: { Type: "Task", Resource, Parameters, End: true } } };
  const automations = production.automations
    .filter(({ address }) => address === MACHINE)
    .map((automation) => ({ ...automation, definition, ...(grants && { grants }) }));
  return platformOf({ ...production, automations });
}

/** What came of the one execution of the one machine. */
function outcome(platform: Platform) {
  const [{ arn } = { arn: "" }] = production.automations.filter(({ address }) => address === MACHINE);
  const execution = platform.automations.start(arn, {}, "test");
  platform.run(60);
  return execution;
}

const clusterArn = production.services[0]?.clusterArn ?? "";
const everything: Automation["grants"] = [
  [
    {
      ...{ sid: undefined, effect: "Allow", actions: ["*"], resources: ["*"] },
      ...{ notActions: [], notResources: [], principals: [], notPrincipals: [], conditions: [] },
    },
  ],
];

test("each machine of the plan can be executed, and nothing in it is unknown", () => {
  expect(production.automations.map(({ name, unread }) => [name, unread])).toEqual([
    ["production-spot-fallback-1", undefined],
    ["production-lock-check", undefined],
    ["production-drain-guard", undefined],
  ]);
  expect(JSON.stringify(production.automations)).not.toContain("${");
});

test("rules start it, with the input of their targets", () => {
  expect(production.automations[0]?.triggers).toEqual([
    {
      rule: "aws_cloudwatch_event_rule.spot_fallback_launch_failed",
      input: { kind: "constant", json: '{"reason":"a launch failed"}' },
    },
    {
      rule: "aws_cloudwatch_event_rule.spot_fallback_tasks_waiting",
      input: { kind: "constant", json: '{"reason":"tasks wait for instances"}' },
    },
    {
      rule: "aws_cloudwatch_event_rule.spot_fallback_daily",
      input: { kind: "constant", json: '{"reason":"the daily check","rehearsal":true}' },
    },
  ]);
});

test("the lock check runs to its end, every ten minutes", () => {
  const platform = platformOf();
  platform.run(1300);
  const { arn = "" } = production.automations.find(({ name }) => name.endsWith("lock-check")) ?? {};
  expect(platform.automations.executionsOf(arn).map(({ status }) => status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
});

test("an action that the model has no answer to ends the execution with its name, and shows", () => {
  const platform = withTask("arn:aws:states:::aws-sdk:ecs:stopTask", { Task: "x" }, everything);
  expect(outcome(platform)).toMatchObject({
    status: "FAILED",
    error: "States.Runtime",
    cause: "the model has no answer to ecs:stopTask",
  });
  expect(platform.world.trace.entries).toContainEqual(
    expect.objectContaining({
      kind: "automation-failed",
      subject: MACHINE,
      detail: expect.stringContaining("stopTask"),
    }),
  );
});

test("so does a parameter that it doesn't know: the answer would be to another question", () => {
  const parameters = { Cluster: clusterArn, Family: "web" };
  expect(outcome(withTask("arn:aws:states:::aws-sdk:ecs:listTasks", parameters, everything))).toMatchObject({
    status: "FAILED",
    cause: "the model doesn't know Family of ecs:listTasks",
  });
});

describe("what its role doesn't allow is refused, as AWS refuses it", () => {
  test.each([
    [
      "autoscaling:updateAutoScalingGroup",
      { AutoScalingGroupName: "production-1" },
      "AutoScaling.AutoScalingException",
    ],
    ["ecs:listTasks", { Cluster: clusterArn }, undefined],
    ["dynamodb:scan", { TableName: "x" }, "DynamoDb.AccessDeniedException"],
  ])("the drain guard's %s", (action, parameters, error) => {
    expect(outcome(withTask(`arn:aws:states:::aws-sdk:${action}`, parameters))?.error).toBe(error);
  });
});

describe("answers", () => {
  const answerTo = (action: string, parameters: JsonObject) =>
    outcome(withTask(`arn:aws:states:::aws-sdk:${action}`, parameters, everything))?.output as JsonObject;

  test("a group, with its instances and its share", () => {
    const { AutoScalingGroups } = answerTo("autoscaling:describeAutoScalingGroups", {
      AutoScalingGroupNames: ["production-1"],
    });
    expect(AutoScalingGroups).toMatchObject([
      {
        AutoScalingGroupName: "production-1",
        DesiredCapacity: 3,
        MixedInstancesPolicy: { InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 0 } },
        Instances: Array(3).fill({ LifecycleState: "InService" }),
      },
    ]);
  });

  test("the targets of a group, by instance and port or by address, are those of the tasks", () => {
    const all = production.services.map(({ target }) => {
      const { TargetHealthDescriptions } = answerTo("elasticloadbalancingv2:describeTargetHealth", {
        TargetGroupArn: target?.arn ?? "",
      });
      return TargetHealthDescriptions as readonly { Target: { Id: string; Port: number }; TargetHealth: JsonObject }[];
    });
    expect(all.map(({ length }) => length)).toEqual([6, 3]);
    for (const targets of all) {
      expect(new Set(targets.map(({ Target }) => `${Target.Id}:${Target.Port}`)).size).toBe(targets.length);
      expect(targets.map(({ TargetHealth }) => TargetHealth.State)).toEqual(targets.map(() => "healthy"));
    }
  });

  test("tasks by pages, each once", () => {
    const first = answerTo("ecs:listTasks", { Cluster: clusterArn, ServiceName: "web", MaxResults: 4 });
    const second = answerTo("ecs:listTasks", {
      ...{ Cluster: clusterArn, ServiceName: "web", MaxResults: 4 },
      NextToken: first.NextToken ?? null,
    });
    const arns = [...(first.TaskArns as string[]), ...(second.TaskArns as string[])];
    expect(new Set(arns).size).toBe(6);
    expect(second.NextToken).toBeUndefined();
  });
});

test("a machine that a plan knows only at apply isn't executed, and that is said", () => {
  const json = new TerraformJson(synthesized("production"));
  json.set(MACHINE, "definition", "${local.guard}");
  const platform = platformOf(platformFacts(readPlan(json.documents.get("production-platform"))));
  platform.run(10);
  const [group] = platform.groups;
  const [instance] = group?.staying ?? [];
  if (instance !== undefined) group?.reclaim(instance);
  platform.run(60);
  expect(platform.world.trace.entries).toContainEqual(
    expect.objectContaining({ kind: "automation-not-executed", subject: MACHINE }),
  );
});
