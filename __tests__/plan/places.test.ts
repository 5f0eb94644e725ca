import { placeOf, resourcePlaces } from "../../src/plan/places";

const text = `{
  "//": { "metadata": { "stackName": "a" } },
  "data": { "aws_lb": { "a": {} } },
  "resource": {
    "//": { "a": {} },
    "aws_lb": {
      "a": {
        "//": { "metadata": { "path": "stack/a/Resource" } },
        "name": "\\"resource\\": {",
        "tags": ["x", { "aws_lb": { "c": {} } }, "y"],
        "nested": { "resource": { "aws_lb": { "d": {} } } }
      },
      "b": [{ "name": "b" }]
    },
    "aws_vpc": [{
      "\\u0061": {} }, {
      "b": {}
    }]
  }
}`;

test("each resource is at the line of its name, with the path of its construct", () => {
  expect([...resourcePlaces(text)]).toEqual([
    ["aws_lb.a", { line: 7, construct: "stack/a/Resource" }],
    ["aws_lb.b", { line: 13, construct: undefined }],
    ["aws_vpc.a", { line: 16, construct: undefined }],
    ["aws_vpc.b", { line: 17, construct: undefined }],
  ]);
});

test("an instance is where its block is", () => {
  const places = resourcePlaces(text);
  expect(placeOf(places, 'aws_lb.a["x"]')?.line).toBe(7);
  expect(placeOf(places, "module.m.aws_lb.a")).toBeUndefined();
  expect(placeOf(places, "")).toBeUndefined();
});

test("a plan's JSON says nothing of files", () => {
  expect(resourcePlaces('{ "planned_values": { "root_module": { "resources": [] } } }').size).toBe(0);
});
