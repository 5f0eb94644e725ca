import {
  array,
  arrayContains,
  arrayGetItem,
  arrayLength,
  arrayPartition,
  arrayUnique,
  format,
  jsonToString,
  mathAdd,
} from "../../src/platform/intrinsic-functions";

test.each([
  [array("$.a", "text", 1, true), "States.Array($.a, 'text', 1, true)"],
  [arrayLength("$.list"), "States.ArrayLength($.list)"],
  [arrayGetItem("$.list", 0), "States.ArrayGetItem($.list, 0)"],
  [arrayContains("$.list", "a"), "States.ArrayContains($.list, 'a')"],
  [arrayPartition("$.list", 20), "States.ArrayPartition($.list, 20)"],
  [arrayUnique("$.list"), "States.ArrayUnique($.list)"],
  [mathAdd("$.share", -25), "States.MathAdd($.share, -25)"],
  [jsonToString("$"), "States.JsonToString($)"],
])("%s", (call, written) => {
  expect(call).toBe(written);
});

test("a call is an argument of another", () => {
  expect(mathAdd(arrayLength("$.list"), -1)).toBe("States.MathAdd(States.ArrayLength($.list), -1)");
});

test("a template keeps its places, and escapes what the language would take for its own", () => {
  expect(format("{} isn't {in} a \\", "$.a")).toBe("States.Format('{} isn\\'t \\{in\\} a \\\\', $.a)");
});

test("a reference to a resource has no place in it", () => {
  expect(() => format("{} is there", "${aws_autoscaling_group.capacity.id}")).toThrow("a field of its own");
});
