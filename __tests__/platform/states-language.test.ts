import { definition, sdkCall } from "../../src/platform/states-language";

test("a definition is what AWS reads, as it is written", () => {
  const machine = definition({
    StartAt: "Look",
    States: { Look: { Type: "Pass", Next: "Done" }, Done: { Type: "Succeed" } },
  });
  expect(machine).toEqual({
    StartAt: "Look",
    States: { Look: { Type: "Pass", Next: "Done" }, Done: { Type: "Succeed" } },
  });
});

describe("a transition to a state that isn't there doesn't compile, and isn't synthesized", () => {
  const there = "there are Look, Done";

  test("from a state", () => {
    expect(() =>
      // @ts-expect-error Dne isn't a state.
      definition({ StartAt: "Look", States: { Look: { Type: "Pass", Next: "Dne" }, Done: { Type: "Succeed" } } }),
    ).toThrow(`a transition leads to the state Dne; ${there}`);
  });

  test("from the start", () => {
    expect(() =>
      // @ts-expect-error Begin isn't a state.
      definition({ StartAt: "Begin", States: { Look: { Type: "Pass", Next: "Done" }, Done: { Type: "Succeed" } } }),
    ).toThrow(`the state Begin; ${there}`);
  });

  test("from a choice and its default", () => {
    const rule = { Variable: "$.a", IsPresent: true, Next: "Doen" } as const;
    expect(() =>
      definition({
        StartAt: "Look",
        // @ts-expect-error Doen isn't a state.
        States: { Look: { Type: "Choice", Choices: [rule], Default: "Done" }, Done: { Type: "Succeed" } },
      }),
    ).toThrow(`the state Doen; ${there}`);
    expect(() =>
      definition({
        StartAt: "Look",
        // @ts-expect-error Doen isn't a state.
        States: { Look: { Type: "Choice", Choices: [], Default: "Doen" }, Done: { Type: "Succeed" } },
      }),
    ).toThrow(`the state Doen; ${there}`);
  });

  test("from what is caught", () => {
    expect(() =>
      definition({
        StartAt: "Look",
        States: {
          Look: {
            Type: "Task",
            Resource: sdkCall("sns", "publish"),
            // @ts-expect-error Failed isn't a state.
            Catch: [{ ErrorEquals: ["States.ALL"], Next: "Failed" }],
            Next: "Done",
          },
          Done: { Type: "Succeed" },
        },
      }),
    ).toThrow(`the state Failed; ${there}`);
  });
});

test("a state that nothing leads to isn't synthesized, a loop of such states neither", () => {
  expect(() =>
    definition({
      StartAt: "Done",
      States: {
        Done: { Type: "Succeed" },
        Raise: { Type: "Pass", Next: "Wait" },
        Wait: { Type: "Wait", Seconds: 60, Next: "Raise" },
      },
    }),
  ).toThrow("no transition leads to the state Raise, Wait");
});

test("a loop ends the search for states", () => {
  const machine = definition({
    StartAt: "Look",
    States: {
      Look: { Type: "Choice", Choices: [{ Variable: "$.done", BooleanEquals: true, Next: "Done" }], Default: "Wait" },
      Wait: { Type: "Wait", Seconds: 60, Next: "Look" },
      Done: { Type: "Succeed" },
    },
  });
  expect(Object.keys(machine.States)).toEqual(["Look", "Wait", "Done"]);
});

test("a key that ends in .$ must say where its value is, and a comparison has one operator", () => {
  definition({
    StartAt: "Look",
    States: {
      // @ts-expect-error "group" is a value, not a place.
      Look: { Type: "Pass", Parameters: { "name.$": "group" }, Next: "Decide" },
      Decide: {
        Type: "Choice",
        // @ts-expect-error Which of the two?
        Choices: [{ Variable: "$.a", NumericEquals: 1, IsPresent: true, Next: "Done" }],
      },
      Done: { Type: "Succeed" },
    },
  });
});

test("an SDK call is named as Step Functions names it", () => {
  expect(sdkCall("autoscaling", "describeAutoScalingGroups")).toBe(
    "arn:aws:states:::aws-sdk:autoscaling:describeAutoScalingGroups",
  );
});
