import { type EventFields, matchesEvent } from "../../src/cloudwatch/event-patterns";
import { readPlan } from "../../src/plan/read";
import type { ValueRecord } from "../../src/plan/value";

const plan = readPlan({ resource: {} });

const EVENT: EventFields = {
  source: "aws.ecs",
  "detail-type": "ECS Task State Change",
  resources: ["arn:aws:ecs:us-east-1:123456789012:task/production/1", "arn:aws:ecs:us-east-1:123456789012:task/b"],
  detail: { lastStatus: "STOPPED", version: 5, stopped: true, nothing: null, containers: [{ exitCode: 137 }] },
};

/** What EventBridge's user guide says of each comparison: eb-create-pattern-operators. */
test.each<[string, ValueRecord, boolean]>([
  ["a text that is one of several", { source: ["aws.ec2", "aws.ecs"] }, true],
  ["a text that is none of them", { source: ["aws.ec2"] }, false],
  ["all fields must match", { source: ["aws.ecs"], "detail-type": ["other"] }, false],
  ["a field that isn't there", { detail: { other: ["x"] } }, false],
  ["one of a list's elements is enough", { resources: ["arn:aws:ecs:us-east-1:123456789012:task/b"] }, true],
  ["a number", { detail: { version: [5] } }, true],
  ["a number isn't its text", { detail: { version: ["5"] } }, false],
  ["true", { detail: { stopped: [true] } }, true],
  ["null", { detail: { nothing: [null] } }, true],
  ["prefix", { "detail-type": [{ prefix: "ECS Task" }] }, true],
  ["prefix of one of a list", { resources: [{ prefix: "arn:aws:ecs:us-east-1:123456789012:task/production/" }] }, true],
  ["suffix", { "detail-type": [{ suffix: "Change" }] }, true],
  ["suffix that it hasn't", { "detail-type": [{ suffix: "change" }] }, false],
  ["equals-ignore-case", { detail: { lastStatus: [{ "equals-ignore-case": "stopped" }] } }, true],
  ["wildcard", { resources: [{ wildcard: "arn:aws:ecs:*:task/*/1" }] }, true],
  ["wildcard is about all of it", { source: [{ wildcard: "aws.*x" }] }, false],
  ["a wildcard's dot is a dot", { source: [{ wildcard: "aw..*" }] }, false],
  ["anything-but", { source: [{ "anything-but": ["aws.ec2"] }] }, true],
  ["anything-but what it is", { source: [{ "anything-but": "aws.ecs" }] }, false],
  ["anything-but a prefix", { source: [{ "anything-but": { prefix: "aws." } }] }, false],
  ["exists", { detail: { version: [{ exists: true }] } }, true],
  ["exists not", { detail: { other: [{ exists: false }] } }, true],
  ["exists, and shouldn't", { detail: { version: [{ exists: false }] } }, false],
  ["numeric", { detail: { version: [{ numeric: [">", 0, "<=", 5] }] } }, true],
  ["numeric, out of range", { detail: { version: [{ numeric: ["<", 5] }] } }, false],
  ["numeric, of a text", { source: [{ numeric: ["=", 5] }] }, false],
  ["$or", { $or: [{ source: ["aws.ec2"] }, { detail: { version: [5] } }] }, true],
  ["$or of what isn't so", { $or: [{ source: ["aws.ec2"] }, { detail: { version: [6] } }] }, false],
])("%s", (_, pattern, expected) => {
  expect(matchesEvent(plan, pattern, EVENT)).toBe(expected);
});

test("of a comparison that isn't known here nothing is said", () => {
  expect(matchesEvent(plan, { source: [{ cidr: "10.0.0.0/8" }] }, EVENT)).toBeUndefined();
});
