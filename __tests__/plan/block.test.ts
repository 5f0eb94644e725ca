import { ValueBlock } from "../../src/plan/block";
import { Unknown } from "../../src/plan/value";

const block = (values: ConstructorParameters<typeof ValueBlock>[0]) => new ValueBlock(values);

test("a path leads through a block, whether it is written as an object or as a list of one", () => {
  expect(block({ metadata_options: { http_tokens: "required" } }).get("metadata_options.http_tokens")).toBe("required");
  expect(block({ metadata_options: [{ http_tokens: "required" }] }).get("metadata_options.http_tokens")).toBe(
    "required",
  );
});

test("a block that is there several times gives a list, those of lists as one", () => {
  const rules = block({ ingress: [{ port: 80, cidrs: ["a", "b"] }, { port: 443, cidrs: ["c"] }, { port: null }] });
  expect(rules.get("ingress.port")).toEqual([80, 443]);
  expect(rules.get("ingress.cidrs")).toEqual(["a", "b", "c"]);
});

test("a list of one object is that object", () => {
  expect(block({ tags: [{ a: "1" }] }).get("tags")).toEqual({ a: "1" });
  expect(block({ names: ["a"] }).get("names")).toEqual(["a"]);
});

test("null and what isn't there aren't set; false, zero, an empty text and an empty list are", () => {
  const values = block({ none: null, off: false, zero: 0, text: "", list: [] });
  expect(values.get("none")).toBeUndefined();
  expect(values.get("missing.further")).toBeUndefined();
  expect(values.get("constructor")).toBeUndefined();
  expect(["off", "zero", "text", "list"].map((path) => values.get(path))).toEqual([false, 0, "", []]);
});

test("what lies inside an unknown value is that unknown value", () => {
  const unknown = new Unknown([]);
  expect(block({ options: unknown }).get("options.name")).toBe(unknown);
});

test("blocks are found at a path, however many there are, and anything else is none", () => {
  const values = block({ one: { a: 1 }, two: [{ b: { c: 1 } }, { b: [{ c: 2 }, { c: 3 }] }], text: "x", none: [] });
  expect(values.blocks("one").map((found) => found.values)).toEqual([{ a: 1 }]);
  expect(values.blocks("two.b").map((found) => found.get("c"))).toEqual([1, 2, 3]);
  expect(["text", "none", "missing"].flatMap((path) => values.blocks(path))).toEqual([]);
});
