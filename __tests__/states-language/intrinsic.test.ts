import type { Json } from "../../src/states-language/json";
import { evaluate, fill } from "../../src/states-language/payload-template";

const LIST = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const of = (expression: string, input: Json = {}) =>
  evaluate(expression, { input, context: { Day: "TUESDAY" }, random: () => 0.5 });

test.each<[expression: string, input: Json, value: Json]>([
  // The specification's appendix B, function by function.
  [
    "States.Format('Your name is {}, we are in the year {}', $.name, 2020)",
    { name: "Foo" },
    "Your name is Foo, we are in the year 2020",
  ],
  [
    "States.Format('Welcome to {} {}\\'s playlist.', $.first, $.last)",
    { first: "A", last: "B" },
    "Welcome to A B's playlist.",
  ],
  ["States.Format('\\{{}\\} \\\\ {}', $.n, null)", { n: 1.5 }, "{1.5} \\ null"],
  ["States.Format($.template, true)", { template: "is {}" }, "is true"],
  ["States.StringToJson($.text)", { text: '{"number": 20}' }, { number: 20 }],
  ["States.JsonToString($.json)", { json: { name: "Foo", year: 2020 } }, '{"name":"Foo","year":2020}'],
  ["States.Array('Foo', 2020, $.json, null)", { json: { a: "b" } }, ["Foo", 2020, { a: "b" }, null]],
  ["States.Array()", {}, []],
  ["States.ArrayPartition($.list,4)", { list: LIST }, [[1, 2, 3, 4], [5, 6, 7, 8], [9]]],
  ["States.ArrayContains($.list, $.wanted)", { list: LIST, wanted: 5 }, true],
  ["States.ArrayContains($.list, 10)", { list: LIST }, false],
  ["States.ArrayContains($.list, $.wanted)", { list: [{ a: 1, b: 2 }], wanted: { b: 2, a: 1 } }, true],
  ["States.ArrayRange(1, 9, 2)", {}, [1, 3, 5, 7, 9]],
  ["States.ArrayRange(3, 1, -1)", {}, [3, 2, 1]],
  ["States.ArrayGetItem($.list, $.index)", { list: LIST, index: 5 }, 6],
  ["States.ArrayLength($.list)", { list: LIST }, 9],
  ["States.ArrayUnique($.list)", { list: [1, 2, 3, 3, 3, 4] }, [1, 2, 3, 4]],
  ["States.Base64Encode($.text)", { text: "Data to encode" }, "RGF0YSB0byBlbmNvZGU="],
  ["States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", {}, "Data to encode"],
  // The specification's own digest has lost a digit: this is the data's SHA-1.
  ["States.Hash('input data', 'SHA-1')", {}, "aaff4a450a104cd177d28d18d74485e8cae074b7"],
  [
    "States.JsonMerge($.one, $.two, false)",
    { one: { a: { b: 1 }, c: 2 }, two: { a: { d: 3 }, e: 4 } },
    { a: { d: 3 }, c: 2, e: 4 },
  ],
  [
    "States.JsonMerge($.one, $.two, true)",
    { one: { a: { b: 1 }, c: 2 }, two: { a: { d: 3 } } },
    { a: { b: 1, d: 3 }, c: 2 },
  ],
  ["States.MathRandom(1, 999)", {}, 500],
  ["States.MathAdd($.value, -1)", { value: 111 }, 110],
  ["States.StringSplit('1,2,3', ',')", {}, ["1", "2", "3"]],
  // Each of the delimiters (Step Functions' developer guide).
  ["States.StringSplit('This.is+a,test=string', '.+,=')", {}, ["This", "is", "a", "test", "string"]],
  ["States.UUID()", {}, "88888888-8888-4888-8888-888888888888"],
  ["States.MathAdd(States.ArrayLength($.list), States.MathAdd( 1 , 2 ))", { list: LIST }, 12],
  ["States.ArrayLength($.list[?(@.a)].a)", { list: [{ a: 1 }] }, 1],
])("%s", (expression, input, value) => expect(of(expression, input)).toEqual(value));

test.each([
  ["a function that there isn't", "States.Nothing(1)"],
  ["an argument of the wrong type", "States.MathAdd('a', 1)"],
  ["a fraction where integers are asked for", "States.MathAdd(1.5, 1)"],
  ["a missing argument", "States.MathAdd(1)"],
  ["too few values for the braces", "States.Format('{} {}', 1)"],
  ["an object in a text", "States.Format('{}', States.StringToJson('[]'))"],
  ["an index past the end", "States.ArrayGetItem(States.Array(), 0)"],
  ["a range of more than 1000", "States.ArrayRange(1, 1001, 1)"],
  ["a step of nothing", "States.ArrayRange(1, 2, 0)"],
  ["an open backslash", "States.Format('\\a')"],
  ["what follows the last bracket", "States.Array() x"],
  ["an open bracket", "States.Array(1"],
  ["what isn't JSON", "States.StringToJson('03')"],
  ["more functions than Step Functions takes", `${"States.Array(".repeat(11)}1${")".repeat(11)}`],
])("%s fails", (_, expression) => expect(() => of(expression)).toThrow("States.IntrinsicFailure"));

test("the specification's Payload Template", () => {
  const template = {
    flagged: true,
    parts: { "first.$": "$.vals[0]", "last3.$": "$.vals[-3:]" },
    list: [{ "weekday.$": "$$.Day" }],
    "formattedOutput.$": "States.Format('Today is {}', $$.Day)",
  };
  const scope = { input: { flagged: 7, vals: [0, 10, 20, 30, 40, 50] }, context: { Day: "TUESDAY" }, random: () => 0 };
  expect(fill(template, scope)).toEqual({
    flagged: true,
    parts: { first: 0, last3: [30, 40, 50] },
    list: [{ weekday: "TUESDAY" }],
    formattedOutput: "Today is TUESDAY",
  });
  expect(() => fill({ "a.$": "$.missing" }, scope)).toThrow("States.ParameterPathFailure");
});
