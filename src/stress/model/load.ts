export interface Bursts {
  readonly everySeconds: number;
  readonly seconds: number;
  readonly times: number;
}

/** Requests to a service: so many a second, each served alike. */
export interface Load {
  readonly requestsPerSecond: number;
  /** Seconds that a request takes on a task with room, on average; their lengths are exponential. */
  readonly serviceSeconds: number;
  /** Requests that a task serves at once; what comes beyond waits on the task. */
  readonly concurrencyPerTask: number;
  /** Seconds that a request waits before its client gives up. @default 10 */
  readonly timeoutSeconds?: number | undefined;
  /** Times that a client repeats what has failed, at once. @default 0 */
  readonly retries?: number | undefined;
  /** Connections that stay open, each equally long, and take no room of a task's requests. @default - none */
  readonly longConnections?: { readonly perSecond: number; readonly seconds: number } | undefined;
  /** Share of `requestsPerSecond` that comes at each full hour, UTC; straight between them. @default - all, always */
  readonly dailyCurve?: readonly number[] | undefined;
  /** Now and then, so many times as many requests, for so long; the pauses between them are exponential. @default - none */
  readonly bursts?: Bursts | undefined;
}

/** Assumed: a person or a calling service has turned away by then. */
const TIMEOUT_SECONDS = 10;

export const timeoutOf = ({ timeoutSeconds = TIMEOUT_SECONDS }: Load): number => timeoutSeconds;
