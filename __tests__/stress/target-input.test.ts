import { targetInput } from "../../src/cloudwatch/target-input";
import { readPlan } from "../../src/plan/read";
import { targetInputOf } from "../../src/stress/facts/target-input";

/** What the plan's one target says of its input. */
function readOf(attributes: object) {
  const plan = readPlan({
    resource: { aws_cloudwatch_event_target: { told: { rule: "r", arn: "a", ...attributes } } },
  });
  const [target] = plan.resources("aws_cloudwatch_event_target");
  if (target === undefined) throw new Error("no target");
  return targetInputOf(plan, target);
}

const template = { input_paths: { id: "$.detail.id" }, input_template: '{"id": "<id>"}' };

test.each([
  [{}, { kind: "event" }],
  [{ input: '{"reason":"daily"}' }, { kind: "constant", json: '{"reason":"daily"}' }],
  [{ input_path: "$.detail" }, { kind: "part", path: "$.detail" }],
  [
    { input_transformer: template },
    { kind: "template", template: template.input_template, paths: { id: "$.detail.id" } },
  ],
  [{ input_transformer: { input_template: '"told"' } }, { kind: "template", template: '"told"', paths: {} }],
])("%j is read", (attributes, expected) => expect(readOf(attributes)).toEqual(expected));

const event = { source: "aws.ec2", detail: { id: 'i-1 "x"', count: 2, tags: ["a"] } };
const filled = (text: string, paths: { readonly [name: string]: string } = {}) =>
  targetInput({ kind: "template", template: text, paths }, event);
const paths = { id: "$.detail.id", count: "$.detail.count", tags: "$.detail.tags", none: "$.detail.none" };

test("the event, a part of it, or a constant", () => {
  expect(targetInput({ kind: "event" }, event)).toBe(event);
  expect(targetInput({ kind: "part", path: "$.detail.count" }, event)).toBe(2);
  expect(targetInput({ kind: "constant", json: '{"reason":"daily"}' }, event)).toEqual({ reason: "daily" });
});

test("inside quotes a value is its text, elsewhere its JSON, and what leads nowhere is empty", () => {
  expect(filled('{"text": "of <id>: <count>, <tags>, <none>."}', paths)).toEqual({
    text: 'of i-1 "x": 2, ["a"], .',
  });
  expect(filled('{"id": <id>, "count": <count>, "tags": <tags>, "none": <none>}', paths)).toEqual({
    ...{ id: 'i-1 "x"', count: 2, tags: ["a"], none: "" },
  });
});

test("a name without a path stays as it is written", () => expect(filled('"<other>"', paths)).toBe("<other>"));

test("what comes out as no JSON can't be delivered", () => {
  expect(filled("told of <id>", paths)).toBeUndefined();
  expect(targetInput({ kind: "constant", json: "{" }, event)).toBeUndefined();
});
