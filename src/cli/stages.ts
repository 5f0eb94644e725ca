import { performance } from "node:perf_hooks";
import { WIDTH, wrap } from "../reports/text";
import type { Io } from "./io";
import { colorsFor, isLive } from "./output";

/** How a stage ended, and what it gives to those after it. */
export interface Outcome<Result> {
  /** `"skipped"`: it couldn't run, which is neither a pass nor a failure. */
  readonly status: "ok" | "failed" | "skipped";
  /** What it did; what failed; why it couldn't run and how to get what it needs. */
  readonly note: string;
  /** Everything there is to know of a failure, printed as it is. @default "" */
  readonly details?: string;
  readonly result: Result;
}

const INDENT = " ".repeat(9);
const TITLE_WIDTH = 39;

/** Prints a line for each stage: as it ends, and in a terminal also while it runs. */
export class Stages {
  private failures = 0;

  constructor(private readonly io: Io) {}

  /** Whether nothing that ran has failed. */
  get hold(): boolean {
    return this.failures === 0;
  }

  async run<Result>(title: string, work: () => Outcome<Result> | Promise<Outcome<Result>>): Promise<Result> {
    const { stdout } = this.io;
    const live = isLive(this.io);
    const begin = performance.now();
    if (live) stdout.write(`${INDENT}${title} …`);
    try {
      const outcome = await work();
      if (outcome.status === "failed") this.failures += 1;
      if (live) stdout.write("\r\x1b[2K");
      stdout.write(this.line(title, outcome, (performance.now() - begin) / 1000));
      return outcome.result;
    } catch (error) {
      // The message of the error begins on a line of its own.
      if (live) stdout.write("\n");
      throw error;
    }
  }

  private line(title: string, { status, note, details = "" }: Outcome<unknown>, seconds: number): string {
    const colors = colorsFor(this.io);
    const paint = { ok: colors.green, failed: colors.red, skipped: colors.yellow }[status];
    const time = status === "skipped" ? "" : `${seconds.toFixed(1)} s`;
    const head = `${paint(status.padEnd(INDENT.length))}${title.padEnd(TITLE_WIDTH)}${time.padStart(7)}`;
    const fits = INDENT.length + TITLE_WIDTH + 9 + note.length <= WIDTH;
    const lines = fits ? [`${head}  ${note}`] : [head, INDENT + wrap(note, WIDTH - INDENT.length, INDENT)];
    return [...lines, details].map((text) => (text === "" ? "" : `${text.trimEnd()}\n`)).join("");
  }
}
