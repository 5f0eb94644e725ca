import type { Execution, TaskHandler } from "../../src/states-language/interpreter";
import type { Json, JsonObject } from "../../src/states-language/json";
import { TimedInterpreter, type TimedOptions } from "../support/timed-interpreter";

/** A machine whose first state is the first one. */
const machine = (states: JsonObject, rest: JsonObject = {}): JsonObject => ({
  StartAt: Object.keys(states)[0] ?? "",
  States: states,
  ...rest,
});
const SUM: TaskHandler = (_, parameters) => {
  const { val1, val2 } = parameters as { val1: number; val2: number };
  return val1 + val2;
};
const run = (states: JsonObject, input: Json = {}, options: Partial<TimedOptions> = {}): Execution =>
  new TimedInterpreter({ call: SUM, ...options }).execute(machine(states), input);
/** Fails with each of the names, then succeeds with "done". */
const failing = (...names: readonly string[]): TaskHandler => {
  const left = [...names];
  return () => {
    const name = left.shift();
    if (name !== undefined) throw { name, cause: "because" };
    return "done";
  };
};
const SECOND = 1000;
const START = Date.parse("2026-01-01T00:00:00Z");
const seconds = (execution: Execution) => ((execution.endedAt ?? 0) - START) / SECOND;
const states = (execution: Execution) => execution.history.map(({ state }) => state);

describe("input and output", () => {
  const task = (fields: JsonObject) => ({ Add: { Type: "Task", Resource: "add", End: true, ...fields } });
  const numbers = { title: "Numbers to add", numbers: { val1: 3, val2: 4 } };

  test.each<[fields: JsonObject, input: Json, output: Json]>([
    [{}, { val1: 3, val2: 4 }, 7],
    [{ InputPath: "$.numbers", ResultPath: "$.sum" }, numbers, { ...numbers, sum: 7 }],
    [{ InputPath: "$.numbers", ResultPath: null }, numbers, numbers],
    [{ InputPath: "$.numbers", ResultPath: "$.sum", OutputPath: "$.sum" }, numbers, 7],
    [{ InputPath: "$.numbers", OutputPath: null }, numbers, {}],
    [{ Parameters: { val1: 1, "val2.$": "$.numbers.val2" } }, numbers, 5],
    [{ InputPath: "$.numbers", Parameters: { val1: 1, "val2.$": "$.val2" } }, numbers, 5],
    [
      { InputPath: "$.numbers", ResultSelector: { "is.$": "$" }, ResultPath: "$.sum" },
      numbers,
      { ...numbers, sum: { is: 7 } },
    ],
  ])("%j", (fields, input, output) => expect(run(task(fields), input).output).toEqual(output));

  test.each<[state: JsonObject, input: Json, output: Json]>([
    [{ Type: "Pass" }, { a: 1 }, { a: 1 }],
    [{ Type: "Pass", Result: { x: 1 }, ResultPath: "$.coords" }, { a: 1 }, { a: 1, coords: { x: 1 } }],
    [{ Type: "Pass", Parameters: { "b.$": "$.a" } }, { a: 1 }, { b: 1 }],
    [{ Type: "Pass", InputPath: null }, { a: 1 }, {}],
    [{ Type: "Succeed", InputPath: "$.a" }, { a: 1 }, 1],
  ])("%j", (state, input, output) => {
    const fields = state.Type === "Succeed" ? state : { ...state, End: true };
    expect(run({ Only: fields }, input).output).toEqual(output);
  });

  test("the Context Object says when a state was entered, and with what the execution began", () => {
    const read = { "at.$": "$$.State.EnteredTime", "name.$": "$$.State.Name", "input.$": "$$.Execution.Input" };
    const execution = run(
      { Wait: { Type: "Wait", Seconds: 5, Next: "Read" }, Read: { Type: "Pass", Parameters: read, End: true } },
      1,
    );
    expect(execution.output).toEqual({ at: "2026-01-01T00:00:05.000Z", name: "Read", input: 1 });
  });
});

describe("waits", () => {
  test.each<[fields: JsonObject, seconds: number]>([
    [{ Seconds: 10 }, 10],
    [{ SecondsPath: "$.seconds" }, 20],
    [{ Timestamp: "2026-01-01T00:01:00Z" }, 60],
    [{ TimestampPath: "$.moment" }, 30],
    // A moment that has passed is no wait.
    [{ Timestamp: "2025-01-01T00:00:00Z" }, 0],
  ])("%j: %s s", (fields, expected) => {
    const execution = run(
      { Wait: { Type: "Wait", ...fields, End: true } },
      { seconds: 20, moment: "2026-01-01T00:00:30Z" },
    );
    expect(seconds(execution)).toBe(expected);
  });

  test("of less than nothing fail", () =>
    expect(run({ Wait: { Type: "Wait", SecondsPath: "$.seconds", End: true } }, { seconds: -1 }).error).toBe(
      "States.Runtime",
    ));
});

describe("choices", () => {
  const dispatch = {
    Dispatch: {
      Type: "Choice",
      Choices: [{ Variable: "$.type", StringEquals: "Public", Next: "Public" }],
      Default: "Other",
    },
    Public: { Type: "Pass", Result: "public", End: true },
    Other: { Type: "Fail", Error: "ErrorA", Cause: "Kaiju attack" },
  };

  test("lead on by the first rule that holds, with the input as it was", () => {
    expect(run(dispatch, { type: "Public" })).toMatchObject({ status: "SUCCEEDED", output: "public" });
  });

  test("or by default, here to a failure", () =>
    expect(run(dispatch, { type: "x" })).toMatchObject({ status: "FAILED", error: "ErrorA", cause: "Kaiju attack" }));

  test("or fail", () => {
    const { Default: _, ...strict } = dispatch.Dispatch;
    expect(run({ ...dispatch, Dispatch: strict }, { type: "x" }).error).toBe("States.NoChoiceMatched");
  });

  test("a failure may say why by a path or a function", () => {
    const fail = { Type: "Fail", ErrorPath: "$.name", CausePath: "States.Format('no {}', $.name)" };
    expect(run({ Fail: fail }, { name: "x" })).toMatchObject({ error: "x", cause: "no x" });
  });
});

describe("retries and catches", () => {
  const task = (fields: JsonObject) => ({
    X: { Type: "Task", Resource: "x", Next: "Y", ...fields },
    Y: { Type: "Succeed" },
    Z: { Type: "Pass", End: true },
  });
  const example: JsonObject = {
    Retry: [
      { ErrorEquals: ["ErrorA", "ErrorB"], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
      { ErrorEquals: ["ErrorC"], IntervalSeconds: 5 },
    ],
    Catch: [{ ErrorEquals: ["States.ALL"], Next: "Z", ResultPath: "$.error" }],
  };

  test("the specification's complex scenario: 1, 2 and 5 seconds, then the Catcher", () => {
    const execution = run(task(example), { a: 1 }, { call: failing("ErrorA", "ErrorB", "ErrorC", "ErrorB") });
    expect(seconds(execution)).toBe(8);
    expect(states(execution)).toEqual(["X", "Z"]);
    expect(execution.output).toEqual({ a: 1, error: { Error: "ErrorB", Cause: "because" } });
  });

  test.each<[retrier: JsonObject, failures: number, seconds: number, status: string]>([
    [{ ErrorEquals: ["E"], IntervalSeconds: 3, MaxAttempts: 2, BackoffRate: 2 }, 2, 9, "SUCCEEDED"],
    [{ ErrorEquals: ["E"], IntervalSeconds: 3, MaxAttempts: 2, BackoffRate: 2, MaxDelaySeconds: 4 }, 2, 7, "SUCCEEDED"],
    [{ ErrorEquals: ["E"], IntervalSeconds: 3, MaxAttempts: 2 }, 3, 9, "FAILED"],
    // By default one second, doubled, three times.
    [{ ErrorEquals: ["E"] }, 3, 7, "SUCCEEDED"],
    [{ ErrorEquals: ["E"], MaxAttempts: 0 }, 1, 0, "FAILED"],
    [{ ErrorEquals: ["Other"] }, 1, 0, "FAILED"],
    [{ ErrorEquals: ["States.ALL"] }, 1, 1, "SUCCEEDED"],
    [{ ErrorEquals: ["States.TaskFailed"] }, 1, 1, "SUCCEEDED"],
    [{ ErrorEquals: ["E"], IntervalSeconds: 4, JitterStrategy: "FULL" }, 1, 2, "SUCCEEDED"],
  ])("%j, failing %s times: %s s, %s", (retrier, failures, expected, status) => {
    const call = failing(...Array.from({ length: failures }, () => "E"));
    const execution = run(task({ Retry: [retrier] }), {}, { call });
    expect([seconds(execution), execution.status]).toEqual([expected, status]);
  });

  test("a timeout is no failed task, and what takes too long times out", () => {
    const slow = { callSeconds: () => 5 };
    const retrier = (name: string) => ({ TimeoutSeconds: 3, Retry: [{ ErrorEquals: [name], MaxAttempts: 1 }] });
    expect(run(task(retrier("States.TaskFailed")), {}, slow)).toMatchObject({ error: "States.Timeout" });
    expect(seconds(run(task(retrier("States.TaskFailed")), {}, slow))).toBe(3);
    expect(seconds(run(task(retrier("States.Timeout")), {}, slow))).toBe(7);
  });

  test("without a ResultPath the error takes the input's place; a path that leads nowhere can be caught too", () => {
    const catching = {
      Parameters: { "a.$": "$.missing" },
      Catch: [{ ErrorEquals: ["States.ParameterPathFailure"], Next: "Z" }],
    };
    expect(run(task(catching), { b: 1 }).output).toMatchObject({ Error: "States.ParameterPathFailure" });
  });

  test("an error that is only States.Runtime is caught by no wildcard", () => {
    const catching = { InputPath: "$.missing", Catch: [{ ErrorEquals: ["States.ALL"], Next: "Z" }] };
    expect(run(task(catching), { b: 1 })).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  });
});

describe("branches and iterations", () => {
  const wait = (field: string) => machine({ Wait: { Type: "Wait", SecondsPath: field, End: true } });
  const map = (fields: JsonObject, processor: JsonObject) => ({
    Map: { Type: "Map", ItemProcessor: processor, End: true, ...fields },
  });

  test("branches run side by side, and give their results in order", () => {
    const branches = [wait("$.a"), machine({ Pass: { Type: "Pass", Result: "second", End: true } }), wait("$.b")];
    const execution = run(
      { Both: { Type: "Parallel", Branches: branches, ResultPath: "$.all", End: true } },
      { a: 5, b: 3 },
    );
    expect(execution.output).toEqual({ a: 5, b: 3, all: [{ a: 5, b: 3 }, "second", { a: 5, b: 3 }] });
    expect(seconds(execution)).toBe(5);
  });

  test("a branch that fails ends the others, and its error can be caught", () => {
    const fail = machine({ Wait: { Type: "Wait", Seconds: 1, Next: "Fail" }, Fail: { Type: "Fail", Error: "E" } });
    const late = machine({ Wait: { Type: "Wait", Seconds: 9, Next: "Late" }, Late: { Type: "Pass", End: true } });
    const both = (name: string) => ({
      Both: { Type: "Parallel", Branches: [late, fail], Catch: [{ ErrorEquals: [name], Next: "Caught" }], End: true },
      Caught: { Type: "Pass", End: true },
    });
    for (const name of ["E", "States.BranchFailed", "States.ALL"]) {
      const execution = run(both(name));
      expect(execution).toMatchObject({ status: "SUCCEEDED", output: { Error: "E" } });
      expect(seconds(execution)).toBe(1);
      expect(states(execution)).not.toContain("Late");
    }
    expect(run(both("Other"))).toMatchObject({ status: "FAILED", error: "E" });
  });

  test("the specification's Map, with what each iteration also needs", () => {
    const input = { detail: { partner: "UQS", shipped: [{ prod: "R31" }, { prod: "S39" }] } };
    const selector = { "parcel.$": "$$.Map.Item.Value", "index.$": "$$.Map.Item.Index", "courier.$": "$.partner" };
    const fields = {
      InputPath: "$.detail",
      ItemsPath: "$.shipped",
      ItemSelector: selector,
      ResultPath: "$.detail.shipped",
    };
    expect(run(map(fields, machine({ Done: { Type: "Succeed" } })), input).output).toEqual({
      detail: {
        partner: "UQS",
        shipped: [
          { parcel: { prod: "R31" }, index: 0, courier: "UQS" },
          { parcel: { prod: "S39" }, index: 1, courier: "UQS" },
        ],
      },
    });
  });

  test.each([
    [0, 3],
    [1, 6],
    [2, 4],
  ])("at most %s iterations at once: %s s", (MaxConcurrency, expected) =>
    expect(seconds(run(map({ MaxConcurrency }, wait("$")), [1, 2, 3]))).toBe(expected),
  );

  test("nothing to iterate over gives nothing", () => expect(run(map({}, wait("$")), []).output).toEqual([]));

  test("an iteration that fails ends the Map", () => {
    const failed = run(map({}, machine({ Fail: { Type: "Fail", Error: "E" } })), [1, 2]);
    expect(failed).toMatchObject({ status: "FAILED", error: "E" });
  });
});

describe("executions", () => {
  test("run in one time, in the order of events", () => {
    const calls: [number, Json][] = [];
    const interpreter = new TimedInterpreter({
      call: (_, parameters, now) => {
        calls.push([(now - START) / SECOND, parameters]);
        return null;
      },
      callSeconds: () => 2,
    });
    const definition = machine({
      Wait: { Type: "Wait", SecondsPath: "$", Next: "Call" },
      Call: { Type: "Task", Resource: "x", End: true },
    });
    const executions = [3, 1, 1].map((wait) => interpreter.start(definition, wait));
    interpreter.run("2026-01-01T00:00:04Z");
    expect(executions.map(({ status }) => status)).toEqual(["RUNNING", "SUCCEEDED", "SUCCEEDED"]);
    interpreter.run();
    expect(calls).toEqual([
      [3, 1],
      [3, 1],
      [5, 3],
    ]);
  });

  test("end when their time is up", () => {
    const definition = machine({ Wait: { Type: "Wait", Seconds: 60, End: true } }, { TimeoutSeconds: 30 });
    const execution = new TimedInterpreter({ call: SUM }).execute(definition, {});
    expect(execution).toMatchObject({ status: "TIMED_OUT", error: "States.Timeout" });
    expect(seconds(execution)).toBe(30);
  });

  test("a mistake of a handler's is nobody's outcome", () => {
    const call = () => {
      throw new TypeError("a mistake");
    };
    expect(() => run({ X: { Type: "Task", Resource: "x", End: true } }, {}, { call })).toThrow("a mistake");
  });

  test("a path that isn't interpreted fails the execution where it is reached, and no wildcard catches that", () => {
    const task = { Type: "Task", Resource: "x", Catch: [{ ErrorEquals: ["States.ALL"], Next: "Caught" }] };
    const states = {
      X: { ...task, Parameters: { "a.$": "$.a[?(length(@) > 1)]" }, End: true },
      Caught: { Type: "Pass", End: true },
    };
    expect(run(states, { a: [1] })).toMatchObject({
      status: "FAILED",
      error: "States.Runtime",
      cause: expect.stringContaining("isn't interpreted"),
    });
  });

  test.each<[what: string, definition: Json]>([
    ["JSONata", machine({ X: { Type: "Pass", End: true } }, { QueryLanguage: "JSONata" })],
    ["variables", machine({ X: { Type: "Pass", Assign: { a: 1 }, End: true } })],
    [
      "distributed Maps",
      machine({
        X: { Type: "Map", ItemProcessor: machine({}, { ProcessorConfig: { Mode: "DISTRIBUTED" } }), End: true },
      }),
    ],
    ["states of another type", machine({ X: { Type: "Pas", End: true } })],
    [
      "a slip in a branch",
      machine({ X: { Type: "Parallel", Branches: [machine({ Y: { Type: "Pass", Params: 1 } })], End: true } }),
    ],
  ])("%s: refused", (_, definition) =>
    expect(() => new TimedInterpreter({ call: SUM }).start(definition, {})).toThrow("interpreted"),
  );
});

test("work that somebody else does is waited for, and its failure is caught as any", async () => {
  const later: TaskHandler = async (resource) => {
    if (resource === "fails") throw { name: "Ecs.Busy", cause: "because" };
    return "done";
  };
  const start = (resource: string) => {
    const work = { Type: "Task", Resource: resource, End: true, Catch: [{ ErrorEquals: ["Ecs.Busy"], Next: "No" }] };
    const time = new TimedInterpreter({ call: later });
    const execution = time.start(machine({ Work: work, No: { Type: "Succeed" } }), {});
    return { execution, time };
  };
  for (const [resource, output] of [
    ["works", "done"],
    ["fails", { Error: "Ecs.Busy", Cause: "because" }],
  ] as const) {
    const { execution, time } = start(resource);
    time.run();
    expect(execution.status).toBe("RUNNING");
    await new Promise((resolve) => setImmediate(resolve));
    time.run();
    expect(execution).toMatchObject({ status: "SUCCEEDED", output });
  }
});
