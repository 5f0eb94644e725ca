import { appendFileSync } from "node:fs";
import type { Decision } from "../enforcement/enforcer";
import { actionOf } from "../protocol/action";
import type { Call, Parameters } from "../protocol/call";
import type { Principal } from "./principals";
import { withoutSecrets } from "./redact";

/** One recorded call: a line of JSON in the sandbox's folder. No secret values, no contents of objects, no answers. */
export interface RecordedCall {
  /** Which call it was, from 1. */
  readonly number: number;
  readonly service: string;
  readonly operation: string;
  /** What IAM calls it: `"elasticloadbalancing:CreateRule"`. */
  readonly action: string;
  readonly region: string;
  readonly principal: string;
  readonly parameters: Parameters;
  readonly status: number | "dropped";
  /** Code of the error that was answered. @default - none was */
  readonly error?: string;
  /** What IAM says of it, where it was asked. @default - it wasn't */
  readonly decisions?: readonly Decision[];
  /** Fault that was put in. @default - none */
  readonly fault?: string;
}

/** Writes calls down as they are answered. */
export class Recorder {
  private calls: RecordedCall[] = [];
  private count = 0;

  /** @param file @default - they are kept in memory only */
  constructor(private readonly file?: string) {}

  get recorded(): readonly RecordedCall[] {
    return this.calls;
  }

  /** Number of the call that is about to be recorded next. */
  next(): number {
    this.count += 1;
    return this.count;
  }

  record(
    number: number,
    call: Call,
    principal: Principal,
    outcome: Pick<RecordedCall, "status" | "error" | "fault" | "decisions">,
  ): void {
    const { service, operation, region } = call;
    const action = actionOf(call);
    const parameters = withoutSecrets(call);
    const recorded = { number, service, operation, action, region, principal: principal.arn, parameters, ...outcome };
    this.calls.push(recorded);
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(recorded)}\n`);
  }

  clear(): void {
    this.calls = [];
  }
}
