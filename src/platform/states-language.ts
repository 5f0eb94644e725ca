/**
 * The Amazon States Language with JSONPath, as types: a definition is a plain value, written as AWS writes it. A transition
 * to a state that isn't there doesn't compile; nor is it synthesized, since no types are checked then.
 * @see https://states-language.net/spec.html
 */

/** Where a value is: in the state's input (`$.group`) or in the context (`$$.Execution.Id`). */
export type Path = `$${string}`;

/** A call of an intrinsic function, made by one of `intrinsic-functions.ts`. */
export type Intrinsic = `States.${string}(${string})`;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON to build: a key that ends in `.$` says where its value comes from, any other has its value beside it. */
export type Template = {
  readonly [key: `${string}.$`]: Path | Intrinsic;
  readonly [key: string]: TemplateValue;
};
type TemplateValue = null | boolean | number | string | readonly TemplateValue[] | Template;

/** A definition: where it starts, and its states by name. Made by `definition`. */
export interface Definition {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State<string> };
  /**
   * Seconds that an execution may take; then it is `TIMED_OUT`.
   * @default - a year, for standard workflows
   */
  readonly TimeoutSeconds?: number;
}

export type State<Name extends string> =
  | PassState<Name>
  | TaskState<Name>
  | ChoiceState<Name>
  | WaitState<Name>
  | MapState<Name>
  | ParallelState<Name>
  | SucceedState
  | FailState;

interface Common {
  readonly Comment?: string;
  /**
   * What of the input the state gets; `null`: nothing.
   * @default "$" - all of it
   */
  readonly InputPath?: Path | null;
  /**
   * What of the outcome the next state gets; `null`: nothing.
   * @default "$" - all of it
   */
  readonly OutputPath?: Path | null;
}

/** Either goes on or ends. */
type Onward<Name extends string> =
  | { readonly Next: Name; readonly End?: undefined }
  | { readonly End: true; readonly Next?: undefined };

interface WithResult {
  /**
   * Where in the input the result goes; `null`: nowhere, the input goes on as it came.
   * @default "$" - it takes the input's place
   */
  readonly ResultPath?: Path | null;
}

/** What can fail: its result, and what is done about errors. */
interface Fallible<Name extends string> extends WithResult {
  /** @default - the result as it is */
  readonly ResultSelector?: Template;
  /** @default [] - an error is final at once */
  readonly Retry?: readonly Retrier[];
  /** @default [] - an error fails the execution */
  readonly Catch?: readonly Catcher<Name>[];
}

export interface Retrier {
  /** Names of errors, e.g. `"States.TaskFailed"`: any that a task's service answers with. */
  readonly ErrorEquals: readonly string[];
  /** @default 1 */
  readonly IntervalSeconds?: number;
  /** @default 3 */
  readonly MaxAttempts?: number;
  /** What each interval is multiplied by to give the next. @default 2 */
  readonly BackoffRate?: number;
  /** @default - the intervals grow without bound */
  readonly MaxDelaySeconds?: number;
  /** `"FULL"` takes a random part of each interval, so that many executions don't come back at once. @default "NONE" */
  readonly JitterStrategy?: "FULL" | "NONE";
}

export interface Catcher<Name extends string> extends WithResult {
  readonly ErrorEquals: readonly string[];
  readonly Next: Name;
}

export type PassState<Name extends string> = Common &
  WithResult &
  Onward<Name> & {
    readonly Type: "Pass";
    readonly Result?: Json;
    readonly Parameters?: Template;
  };

export type TaskState<Name extends string> = Common &
  Fallible<Name> &
  Onward<Name> & {
    readonly Type: "Task";
    /** An SDK integration (`sdkCall`) or an optimized one, e.g. `"arn:aws:states:::sns:publish"`. */
    readonly Resource: `arn:aws:states:::${string}`;
    readonly Parameters?: Template;
    /** @default 99999999 - without end, nearly */
    readonly TimeoutSeconds?: number;
  };

export interface ChoiceState<Name extends string> extends Common {
  readonly Type: "Choice";
  readonly Choices: readonly (Test & { readonly Next: Name })[];
  /** @default - no rule that holds is an error, `States.NoChoiceMatched` */
  readonly Default?: Name;
}

/** What a choice rests on. */
export type Test =
  | Comparison
  | { readonly And: readonly Test[] }
  | { readonly Or: readonly Test[] }
  | { readonly Not: Test };

interface Operands {
  readonly StringEquals: string;
  readonly StringEqualsPath: Path;
  readonly StringMatches: string;
  readonly NumericEquals: number;
  readonly NumericEqualsPath: Path;
  readonly NumericLessThan: number;
  readonly NumericLessThanPath: Path;
  readonly NumericLessThanEquals: number;
  readonly NumericLessThanEqualsPath: Path;
  readonly NumericGreaterThan: number;
  readonly NumericGreaterThanPath: Path;
  readonly NumericGreaterThanEquals: number;
  readonly NumericGreaterThanEqualsPath: Path;
  readonly BooleanEquals: boolean;
  readonly TimestampLessThanPath: Path;
  readonly TimestampGreaterThanPath: Path;
  readonly IsPresent: boolean;
  readonly IsNull: boolean;
}

/** One variable, one operator. */
type Comparison = {
  [Operator in keyof Operands]: { readonly Variable: Path } & Pick<Operands, Operator> & {
      readonly [Other in Exclude<keyof Operands, Operator>]?: undefined;
    };
}[keyof Operands];

export type WaitState<Name extends string> = Common &
  Onward<Name> & { readonly Type: "Wait" } & (
    | { readonly Seconds: number }
    | { readonly SecondsPath: Path }
    | { readonly Timestamp: string }
    | { readonly TimestampPath: Path }
  );

export type MapState<Name extends string> = Common &
  Fallible<Name> &
  Onward<Name> & {
    readonly Type: "Map";
    /** @default "$" - the input is the list */
    readonly ItemsPath?: Path;
    /** What each run gets; `$$.Map.Item.Value` is the element. @default - the element */
    readonly ItemSelector?: Template;
    readonly ItemProcessor: Definition & { readonly ProcessorConfig?: { readonly Mode: "INLINE" } };
    /** @default 0 - as many at once as Step Functions will: 40, inline */
    readonly MaxConcurrency?: number;
  };

export type ParallelState<Name extends string> = Common &
  Fallible<Name> &
  Onward<Name> & {
    readonly Type: "Parallel";
    readonly Branches: readonly Definition[];
    readonly Parameters?: Template;
  };

export interface SucceedState extends Common {
  readonly Type: "Succeed";
}

export interface FailState {
  readonly Type: "Fail";
  readonly Comment?: string;
  readonly Error?: string;
  readonly ErrorPath?: Path | Intrinsic;
  readonly Cause?: string;
  readonly CausePath?: Path | Intrinsic;
}

/** Resource of a task that calls AWS itself: `sdkCall("autoscaling", "describeAutoScalingGroups")`. */
export function sdkCall(service: string, action: string): `arn:aws:states:::aws-sdk:${string}` {
  return `arn:aws:states:::aws-sdk:${service}:${action}`;
}

/** A definition whose transitions lead to states that are there, and to each of them. */
export function definition<Name extends string>(
  machine: Omit<Definition, "StartAt" | "States"> & {
    readonly StartAt: NoInfer<Name>;
    readonly States: { readonly [Key in Name]: State<NoInfer<Name>> };
  },
): Definition {
  const states: Definition["States"] = machine.States;
  const reached = new Set<string>();
  const open: string[] = [machine.StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    const state = states[name];
    if (state === undefined)
      throw new Error(`a transition leads to the state ${name}; there are ${Object.keys(states).join(", ")}`);
    reached.add(name);
    open.push(...successors(state));
  }
  const unreached = Object.keys(states).filter((name) => !reached.has(name));
  if (unreached.length > 0) throw new Error(`no transition leads to the state ${unreached.join(", ")}`);
  return machine;
}

function successors(state: State<string>): readonly string[] {
  if (state.Type === "Succeed" || state.Type === "Fail") return [];
  if (state.Type === "Choice") {
    return [...state.Choices.map(({ Next }) => Next), ...(state.Default === undefined ? [] : [state.Default])];
  }
  const caught = "Catch" in state ? (state.Catch ?? []).map(({ Next }) => Next) : [];
  return state.Next === undefined ? caught : [state.Next, ...caught];
}
