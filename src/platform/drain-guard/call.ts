import { type Retrier, sdkCall, type TaskState, type Template } from "../states-language";

/**
 * What AWS calls a throttled call differs from service to service ("ThrottlingException", "Throttling",
 * "RequestLimitExceeded", …), and Step Functions puts the service's name before it, or calls it `Ecs.EcsException`. So
 * whatever a service answers with is tried again: 1 + 2 + 4 + 4 seconds at most, in which the guard's margin is made for
 * that. Each takes a random part of the interval, so that the guards of many instances don't come back at once.
 */
const PATIENTLY: readonly Retrier[] = [
  {
    ErrorEquals: ["States.TaskFailed", "States.Timeout"],
    IntervalSeconds: 1,
    BackoffRate: 2,
    MaxDelaySeconds: 4,
    MaxAttempts: 4,
    JitterStrategy: "FULL",
  },
];

/** A call of AWS that is tried again, and isn't waited for without end. */
export function call(service: string, action: string, parameters: Template) {
  return {
    Type: "Task",
    Resource: sdkCall(service, action),
    Parameters: parameters,
    TimeoutSeconds: 5,
    Retry: PATIENTLY,
  } as const satisfies Partial<TaskState<string>>;
}

/**
 * Elements of a page. A described container instance has some 7 kB, a task some 5 kB, and what goes from state to state
 * may have 256 kB.
 */
export const PAGE = 20;
