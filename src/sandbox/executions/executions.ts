import { randomUUID } from "node:crypto";
import { type Execution, Interpreter } from "../../states-language/interpreter";
import type { Json } from "../../states-language/json";
import type { Aws } from "../client";
import type { SandboxClock } from "../clock";
import { sdkCall } from "./sdk-call";

/** An execution of a state machine. */
export interface SandboxExecution {
  readonly arn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  /** JSON, as it was given. */
  readonly input: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly definition: Json;
  /** What has become of it by now. */
  readonly execution: Execution;
}

export interface StartProps {
  readonly stateMachineArn: string;
  readonly definition: Json;
  /** @default - made up */
  readonly name?: string;
  readonly input: string;
  readonly clock: SandboxClock;
  /** Speaks to AWS as the machine's role. */
  readonly aws: Aws;
}

/** Starts an execution; it goes on as its clock does. @throws NotInterpreted */
export function startExecution(props: StartProps): SandboxExecution {
  const { stateMachineArn, definition, name = randomUUID(), input, clock, aws } = props;
  const arn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
  const interpreter = new Interpreter({
    clock,
    machineId: stateMachineArn,
    executionId: () => arn,
    random: Math.random,
    call: (resource, parameters) => clock.during(sdkCall(resource, parameters, aws)),
  });
  const startedAt = clock.now;
  const execution = interpreter.start(definition, JSON.parse(input));
  return { arn, stateMachineArn, name, input, startedAt, definition, execution };
}
