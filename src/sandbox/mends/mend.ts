import type { Aws } from "../client";
import type { SandboxClock } from "../clock";
import type { Call, HttpAnswer } from "../protocol/call";
import type { Memory } from "./memory";

/** What a mend has at hand. */
export interface Bench {
  /** What mends remember of former calls, for as long as the sandbox runs. */
  readonly memory: Memory;
  /** Asks the emulator something of its own, in the name of the call's caller. */
  readonly ask: (call: Call) => Promise<HttpAnswer>;
  /** Speaks to AWS through the gateway as a session of a role, so mended, recorded, judged; without a role, as the owner. */
  readonly as: (roleArn?: string) => Promise<Aws>;
  /** The time that state machines live in. */
  readonly clock: SandboxClock;
}

/** What is done about one operation; what is left out goes by untouched. */
export interface Hooks {
  /** Answers in the emulator's place; `undefined` where it can answer after all. */
  readonly answer?: (call: Call, bench: Bench) => Promise<HttpAnswer | undefined> | HttpAnswer | undefined;
  /** What the emulator is asked instead. */
  readonly request?: (call: Call, bench: Bench) => Promise<Call> | Call;
  /** What is answered instead, where the emulator's answer is no error. */
  readonly response?: (call: Call, answer: HttpAnswer, bench: Bench) => Promise<HttpAnswer> | HttpAnswer;
}

/** One gap of the emulator, and what is done about it. */
export interface Mend {
  /** As requests are signed for it. */
  readonly service: string;
  /** What the emulator does. */
  readonly what: string;
  /** What AWS does, and what comes of the difference. */
  readonly why: string;
  /** Where it is reported. @default - nowhere that we know of */
  readonly upstream?: string;
  /** By operation. */
  readonly on: { readonly [operation: string]: Hooks };
}
