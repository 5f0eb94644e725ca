import type { Json } from "../../src/states-language/json";
import { valueAt } from "../../src/states-language/json-path";
import { putAt } from "../../src/states-language/result-path";
import { StatesError } from "../../src/states-language/states-error";

const SPECIFICATION: Json = { foo: 123, bar: ["a", "b", "c"], car: { cdr: true } };
const SHOP: Json = {
  books: [
    { title: "one", price: 5, tags: ["x", "y"] },
    { title: "it's", price: 12, tags: [] },
    { title: "three", price: 12 },
  ],
  limit: 10,
  "a-b": { "c.d": 1 },
  vals: [0, 10, 20, 30, 40, 50],
};

test.each<[path: string, root: Json, found: Json | undefined]>([
  // The specification's "Reference Paths".
  ["$.foo", SPECIFICATION, 123],
  ["$.bar", SPECIFICATION, ["a", "b", "c"]],
  ["$.car.cdr", SPECIFICATION, true],
  ["$['store']['book']", { store: { book: 1 } }, 1],
  ["$['store'][0]['book']", { store: [{ book: 1 }] }, 1],
  ["$.ledgers[0][2].foo", { ledgers: [[0, 0, { foo: 1 }]] }, 1],
  ["$.foo.\\.bar", { foo: { ".bar": 1 } }, 1],
  ["$.foo\\@bar.baz\\[\\[.\\?pretty", { "foo@bar": { "baz[[": { "?pretty": 1 } } }, 1],
  // Its "Payload Template": the last three.
  ["$.vals[-3:]", SHOP, [30, 40, 50]],
  ["$.vals[0]", SHOP, 0],
  ["$.vals[-1]", SHOP, 50],
  ["$.vals[1:3]", SHOP, [10, 20]],
  ["$.vals[0,1]", SHOP, [0, 10]],
  ["$", 7, 7],
  ["$.missing", SHOP, undefined],
  ["$.vals[9]", SHOP, undefined],
  ["$.a-b['c.d']", SHOP, 1],
  // Indefinite paths give an array, whatever they find.
  ["$.books[*].title", SHOP, ["one", "it's", "three"]],
  ["$.books[*].tags[*]", SHOP, ["x", "y"]],
  ["$.books[*].missing", SHOP, []],
  // What stands before the first wildcard must be there.
  ["$.missing[*].title", SHOP, undefined],
  ["$..title", SHOP, ["one", "it's", "three"]],
  ["$..tags[*]", SHOP, ["x", "y"]],
  ["$.books[?(@.price == 5)].title", SHOP, ["one"]],
  ["$.books[?(@.title == 'three')].price", SHOP, [12]],
  ["$.books[?(@.price > $.limit)].title", SHOP, ["it's", "three"]],
  ["$.books[?(@.price > 5 && @.tags)].title", SHOP, ["it's"]],
  ["$.books[?(@.price < 10 || @.title == 'three')].title", SHOP, ["one", "three"]],
  ["$.books[?(@.title != 'one')].title", SHOP, ["it's", "three"]],
  ["$.books[?(@.price == 99)]", SHOP, []],
])("%s", (path, root, found) => expect(valueAt(path, root)).toEqual(found));

test.each(["foo", "$.books[", "$.books[a]", "$.books[?(price)]"])("%s isn't a path", (path) =>
  expect(() => valueAt(path, SHOP)).toThrow("interpreted"),
);

test.each<[path: string, input: Json, result: Json, output: Json]>([
  // The specification's "Using InputPath, …".
  ["$.master.detail", { master: { detail: [1, 2, 3] } }, 6, { master: { detail: 6 } }],
  ["$.master.result.sum", { master: { detail: [1] } }, 6, { master: { detail: [1], result: { sum: 6 } } }],
  ["$.b.greeting", { a: 1 }, "Hi!", { a: 1, b: { greeting: "Hi!" } }],
  ["$.list[1]", { list: [1, 2] }, 9, { list: [1, 9] }],
  ["$", { a: 1 }, 7, 7],
])("a result is placed at %s", (path, input, result, output) => {
  const before = JSON.stringify(input);
  expect(putAt(path, input, result)).toEqual(output);
  expect(JSON.stringify(input)).toBe(before);
});

test("a result that has no place is an error", () =>
  expect(() => putAt("$.x", "foo", 1)).toThrow(
    new StatesError("States.ResultPathMatchFailure", '$.x can\'t be applied to "foo"'),
  ));
