import { isObject, type Json, type JsonObject } from "../../states-language/json";
import { innerMachines } from "../../states-language/machine";
import { type SandboxExecution, startExecution } from "../executions/executions";
import type { Call, HttpAnswer } from "../protocol/call";
import { errorAnswer, jsonAnswer } from "../protocol/errors";
import { otherJson } from "./edit";
import type { Bench, Hooks, Mend } from "./mend";

/** Milliseconds in what AWS's JSON counts times by. */
const SECONDS = 1000;
const executions = ({ memory }: Bench) => memory.of<SandboxExecution>("execution");

const start: NonNullable<Hooks["answer"]> = async (call, bench) => {
  const { stateMachineArn, name, input = "{}" } = call.parameters;
  const found = await bench.ask(otherJson(call, "DescribeStateMachine", { stateMachineArn }));
  if (found.status >= 400) return found;
  const refuse = (code: string, message: string) => errorAnswer(call, { status: 400, code, message });
  const { definition, roleArn } = JSON.parse(found.body.toString());
  const same = [...executions(bench).values()].find(
    (one) => one.stateMachineArn === stateMachineArn && one.name === name,
  );
  if (same !== undefined && (same.input !== input || same.execution.status !== "RUNNING")) {
    return refuse("ExecutionAlreadyExists", `Execution Already Exists: '${same.arn}'`);
  }
  try {
    const started =
      same ??
      startExecution({
        stateMachineArn: String(stateMachineArn),
        definition: JSON.parse(definition),
        ...(name === undefined ? {} : { name: String(name) }),
        input: String(input),
        clock: bench.clock,
        aws: await bench.as(roleArn),
      });
    executions(bench).set(started.arn, started);
    return jsonAnswer({ executionArn: started.arn, startDate: started.startedAt / SECONDS });
  } catch (error) {
    return refuse(error instanceof SyntaxError ? "InvalidExecutionInput" : "SandboxNotImplemented", String(error));
  }
};

/** An execution by its ARN, or the error that there is none. */
const about =
  (answer: (one: SandboxExecution) => unknown): NonNullable<Hooks["answer"]> =>
  (call, bench): HttpAnswer => {
    const arn = String(call.parameters.executionArn);
    const one = executions(bench).get(arn);
    return one === undefined ? doesNotExist(call, arn) : jsonAnswer(answer(one));
  };

const doesNotExist = (call: Call, arn: string): HttpAnswer =>
  errorAnswer(call, { status: 400, code: "ExecutionDoesNotExist", message: `Execution Does Not Exist: '${arn}'` });

function summary({ arn, stateMachineArn, name, startedAt, execution }: SandboxExecution) {
  const { status, endedAt } = execution;
  const stopDate = endedAt === undefined ? {} : { stopDate: endedAt / SECONDS };
  return { executionArn: arn, stateMachineArn, name, status, startDate: startedAt / SECONDS, ...stopDate };
}

function described(one: SandboxExecution) {
  const { output, error, cause } = one.execution;
  const came = output === undefined ? {} : { output: JSON.stringify(output) };
  return { ...summary(one), input: one.input, ...came, ...(error === undefined ? {} : { error, cause }) };
}

function historyOf({ startedAt, input, definition, execution }: SandboxExecution) {
  const { history, status, endedAt } = execution;
  const ends = { SUCCEEDED: "ExecutionSucceeded", FAILED: "ExecutionFailed", TIMED_OUT: "ExecutionTimedOut" };
  const events = [
    { at: startedAt, type: "ExecutionStarted", executionStartedEventDetails: { input } },
    ...history.map(({ at, state }) => ({
      at,
      type: `${typeOf(state, definition)}StateEntered`,
      stateEnteredEventDetails: { name: state },
    })),
    ...(status === "RUNNING" || endedAt === undefined ? [] : [{ at: endedAt, type: ends[status] }]),
  ];
  return events.map(({ at, ...event }, index) => ({
    ...event,
    timestamp: at / SECONDS,
    id: index + 1,
    previousEventId: index,
  }));
}

/** Type of the state of that name, wherever in the machine it stands. */
function typeOf(name: string, machine: Json): string | undefined {
  const states: JsonObject = isObject(machine) && isObject(machine.States) ? machine.States : {};
  const own = states[name];
  if (isObject(own)) return String(own.Type);
  for (const state of Object.values(states)) {
    for (const inner of isObject(state) ? innerMachines(state) : []) {
      const found = typeOf(name, inner);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export const stateMachineExecutions: readonly Mend[] = [
  {
    service: "states",
    what: "executes a definition past the gateway, as nobody's role, in the machine's own time; an empty result of a filter is an error to it, and executions can't be listed by a task",
    why: "the Spot fallback lists executions and filters instances, the drain guard waits for minutes: here src/states-language executes, each call comes through the gateway as a session of the machine's role, and time can be let pass",
    on: {
      StartExecution: { answer: start },
      DescribeExecution: { answer: about(described) },
      GetExecutionHistory: { answer: about((one) => ({ events: historyOf(one) })) },
      ListExecutions: {
        answer: ({ parameters }, bench) => {
          const { stateMachineArn, statusFilter } = parameters;
          const own = [...executions(bench).values()].filter(
            (one) =>
              one.stateMachineArn === stateMachineArn &&
              (statusFilter === undefined || one.execution.status === statusFilter),
          );
          // The newest come first.
          return jsonAnswer({ executions: own.reverse().map(summary) });
        },
      },
    },
  },
];
