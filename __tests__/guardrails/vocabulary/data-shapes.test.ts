import {
  ANYTHING,
  at,
  both,
  inWords,
  listOfShape,
  literal,
  namesIn,
  partsOf,
  recordOf,
  SDK_ANSWER,
  tupleOf,
  withAt,
  without,
} from "../../../src/guardrails/vocabulary/data-shapes";

test.each([
  ["$", [], ""],
  ["$.a.b", ["a", "b"], ""],
  ["$.a['b c'][0].d", ["a", "b c", "[0]", "d"], ""],
  ["$.a[*].b", ["a", "[*]", "b"], ""],
  ["$.a[?(@.b == 'c')].d", ["a", "[*]", "d"], ""],
  ["$.a..b", ["a"], "..b"],
])("%s has its parts", (path, names, rest) => {
  expect(partsOf(path)).toEqual({ names, rest });
});

describe("what stands at a path", () => {
  const data = literal({ items: [{ id: 1, both: 1 }, { both: 2 }], none: [] });

  test("is there where it is written", () => expect(at(data, namesIn("$.items[0].both"))).toBeDefined());
  test("isn't where it isn't", () => expect(at(data, ["other"])).toBeUndefined());
  test("isn't where some elements lack it", () => expect(at(data, namesIn("$.items[*].id"))).toBeUndefined());
  test("may be anything in an empty list", () => expect(at(data, namesIn("$.none[0].id"))).toBeDefined());
  test("is a list, behind a wildcard", () => expect(at(data, namesIn("$.items[*].both"))?.element).toBeDefined());
});

test("an answer of AWS's has names that begin with a capital, at any depth", () => {
  expect(at(SDK_ANSWER, namesIn("$.Services[0].DesiredCount"))).toBeDefined();
  expect(at(SDK_ANSWER, namesIn("$.Services[0].desiredCount"))).toBeUndefined();
});

test("a Parallel's result has as many elements as it has branches", () => {
  const result = tupleOf([recordOf([["a", ANYTHING]]), ANYTHING]);
  expect(at(result, namesIn("$[0].a"))).toBeDefined();
  expect(at(result, namesIn("$[0].b"))).toBeUndefined();
  expect(at(result, ["[2]"])).toBeUndefined();
});

test("of two cases, what is there in either is there", () => {
  const joined = both(literal({ a: 1, b: 1 }), literal({ a: 1, c: 1 }));
  expect([...joined.fields.keys()]).toEqual(["a"]);
});

test("data that is handed round and round comes to an end", () => {
  let known = recordOf([["before", ANYTHING]]);
  const words = new Set<string>();
  while (!words.has(inWords(known))) {
    words.add(inWords(known));
    known = both(known, recordOf([["before", known]]));
  }
  expect(words.size).toBeLessThan(5);
});

test("what is found missing is missing until it is written", () => {
  const missing = without(ANYTHING, ["a", "[0]"]);
  expect(at(missing, ["a", "[0]"])).toBeUndefined();
  expect(at(withAt(missing, ["a"], listOfShape(ANYTHING)), ["a", "[0]"])).toBeDefined();
});
