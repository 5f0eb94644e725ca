import { ANYTHING, literal, recordOf } from "../../../src/guardrails/vocabulary/data-shapes";
import { endsWithin, unwrittenReads } from "../../../src/guardrails/vocabulary/state-data";

const machine = (States: object, StartAt = Object.keys(States)[0] ?? "") => ({ StartAt, States }) as never;
const reads = (path: string) => ({ Type: "Pass", Parameters: { "it.$": path }, End: true });

describe("what no state has written", () => {
  test("is said with the state that reads it", () => {
    const definition = machine({ Begin: { Type: "Pass", Result: { a: 1 }, Next: "Read" }, Read: reads("$.b") });
    expect(unwrittenReads(definition)).toEqual(["Read reads $.b"]);
  });

  test("may be in an input that isn't known", () =>
    expect(unwrittenReads(machine({ Read: reads("$.b") }))).toEqual([]));

  test("isn't in one that is", () =>
    expect(unwrittenReads(machine({ Read: reads("$.b") }), recordOf([]))).toEqual(["Read reads $.b"]));

  test("is missing where one of two ways leaves it out", () => {
    const definition = machine({
      Which: { Type: "Choice", Choices: [{ Variable: "$.x", IsPresent: true, Next: "A" }], Default: "B" },
      A: { Type: "Pass", Result: { a: 1 }, Next: "Read" },
      B: { Type: "Pass", Result: { b: 1 }, Next: "Read" },
      Read: reads("$.a"),
    });
    expect(unwrittenReads(definition)).toEqual(["Read reads $.a"]);
  });

  test("is missing in the items of a Map", () => {
    const definition = (path: string) =>
      machine({
        Each: { Type: "Map", ItemsPath: "$.list", ItemProcessor: machine({ Read: reads(path) }), End: true },
      });
    const input = literal({ list: [{ id: 1 }] });
    expect(unwrittenReads(definition("$.id"), input)).toEqual([]);
    expect(unwrittenReads(definition("$.name"), input)).toEqual(["Read reads $.name"]);
  });

  test("is missing in what comes of a Parallel", () => {
    const definition = machine({
      Both: {
        Type: "Parallel",
        Branches: [machine({ One: { Type: "Pass", Result: { a: 1 }, End: true } })],
        Next: "Read",
      },
      Read: { Type: "Pass", Parameters: { "a.$": "$[0].a", "b.$": "$[0].b", "c.$": "$[1].a" }, End: true },
    });
    expect(unwrittenReads(definition)).toEqual(["Read reads $[0].b", "Read reads $[1].a"]);
  });
});

test("the ends of a branch are told, and which of them a Catch leads to", () => {
  const definition = machine({
    Both: {
      Type: "Parallel",
      Branches: [
        machine({
          Call: {
            Type: "Task",
            Resource: "arn:aws:states:::aws-sdk:ecs:listTasks",
            Catch: [{ ErrorEquals: ["States.ALL"], Next: "Failed" }],
            Next: "Done",
          },
          Done: { Type: "Pass", Result: { tasks: 1 }, End: true },
          Failed: { Type: "Pass", Result: { error: 1 }, End: true },
        }),
      ],
      End: true,
    },
  });
  const [ends = []] = endsWithin(definition, ANYTHING);
  expect(ends.map(({ state, isOfFailure }) => ({ state, isOfFailure }))).toEqual([
    { state: "Done", isOfFailure: false },
    { state: "Failed", isOfFailure: true },
  ]);
});
