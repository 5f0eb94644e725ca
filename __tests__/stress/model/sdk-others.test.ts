import { readPlan } from "../../../src/plan/read";
import type { JsonObject } from "../../../src/states-language/json";
import { assumptions } from "../../../src/stress/assumptions";
import { defaultLoad } from "../../../src/stress/load-profile";
import { Platform, platformFacts } from "../../../src/stress/model/platform";
import { OTHERS } from "../../../src/stress/model/sdk/others";
import { synthesized } from "../../support/synthesized";

const facts = platformFacts(readPlan(synthesized("production").get("production-platform")));
const machineArn = facts.automations.find(({ address }) => address === "aws_sfn_state_machine.drain_guard")?.arn ?? "";

/** Answers a call of the drain guard's. */
function caller() {
  const platform = new Platform({ facts, assumptions: assumptions(), seed: 1, load: defaultLoad });
  const call = (action: string, parameters: JsonObject) => OTHERS[action]?.answer(parameters, { platform, machineArn });
  return { platform, call };
}

test("an execution that is started is listed as one that runs", () => {
  const { call } = caller();
  const started = call("sfn:startExecution", { StateMachineArn: machineArn, Input: "{}" });
  expect(started).toEqual({ ExecutionArn: expect.any(String) });
  expect(call("sfn:listExecutions", { StateMachineArn: machineArn, StatusFilter: "RUNNING" })).toEqual({
    Executions: [{ ...Object(started), StateMachineArn: machineArn, Status: "RUNNING" }],
  });
});

test("a machine that isn't there can't be started", () => {
  expect(() => caller().call("sfn:startExecution", { StateMachineArn: `${machineArn}-gone` })).toThrow(
    expect.objectContaining({ name: "Sfn.StateMachineDoesNotExistException" }),
  );
});

test("a message is kept, and a subject that is too long is refused", () => {
  const { platform, call } = caller();
  expect(call("sns:publish", { TopicArn: "topic", Subject: "Drained", Message: "two targets" })).toEqual({
    MessageId: "1",
  });
  expect(platform.automations.messages).toEqual(["two targets"]);
  expect(() => call("sns:publish", { TopicArn: "topic", Subject: "x".repeat(101), Message: "" })).toThrow(
    expect.objectContaining({ name: "Sns.InvalidParameterException" }),
  );
});

test("events are put on the bus in EventBridge's shape, a detail as text as well", () => {
  const { platform, call } = caller();
  const published = jest.spyOn(platform.world, "publish").mockImplementation(() => {});
  const entry = { Source: "ballast", DetailType: "told", Resources: ["arn"] };
  const entries = [{ ...entry, Detail: '{"a":1}' }, { ...entry, Detail: { a: 2 } }, "no entry"];
  expect(call("events:putEvents", { Entries: entries })).toEqual({
    ...{ FailedEntryCount: 0, Entries: [{ EventId: "0" }, { EventId: "1" }] },
  });
  expect(published.mock.calls.map(([event]) => event)).toEqual(
    [1, 2].map((a) => ({ source: "ballast", "detail-type": "told", resources: ["arn"], detail: { a } })),
  );
});

test("no lock is held, and what is measured goes nowhere", () => {
  expect(caller().call("dynamodb:scan", { TableName: "locks" })).toEqual({ Count: 0, ScannedCount: 0 });
  expect(caller().call("cloudwatch:putMetricData", {})).toEqual({});
});

test("each is asked of IAM for what it is about, beside the machine", () => {
  const { platform } = caller();
  const resources = (action: string, parameters: JsonObject) =>
    OTHERS[action]?.resources(parameters, { platform, machineArn });
  const [, region = "", account = ""] = /:states:(.*?):(.*?):/.exec(machineArn) ?? [];
  expect(resources("events:putEvents", {})).toEqual([`arn:aws:events:${region}:${account}:event-bus/default`]);
  expect(resources("dynamodb:scan", { TableName: "locks" })).toEqual([
    `arn:aws:dynamodb:${region}:${account}:table/locks`,
  ]);
  expect(resources("sfn:startExecution", { StateMachineArn: "m" })).toEqual(["m"]);
});
