import { performance } from "node:perf_hooks";
import { wrap } from "../reports/text";
import type { Io } from "./io";
import { colorsFor, isLive } from "./output";

/** How a stage ended: what it did, what failed, or why it couldn't run and how to get what it needs. */
export type Outcome =
  | { readonly status: "ok"; readonly note: string }
  | { readonly status: "failed"; readonly note: string; readonly details?: string }
  | { readonly status: "skipped"; readonly note: string };

const WIDTH = 80;
const INDENT = " ".repeat(9);
const TITLE_WIDTH = 38;

/** Prints a line for each stage: as it ends, and in a terminal also while it runs. */
export class Stages {
  private readonly outcomes: Outcome[] = [];

  constructor(private readonly io: Io) {}

  /** Whether nothing that ran has failed. */
  get hold(): boolean {
    return this.outcomes.every(({ status }) => status !== "failed");
  }

  async run(title: string, work: () => Outcome | Promise<Outcome>): Promise<Outcome> {
    const { stdout, env } = this.io;
    const live = isLive(stdout, env);
    const begin = performance.now();
    if (live) stdout.write(`${INDENT}${title} …`);
    try {
      const outcome = await work();
      this.outcomes.push(outcome);
      if (live) stdout.write("\r\x1b[2K");
      stdout.write(this.line(title, outcome, (performance.now() - begin) / 1000));
      return outcome;
    } catch (error) {
      // The message stands on its own line.
      if (live) stdout.write("\n");
      throw error;
    }
  }

  private line(title: string, outcome: Outcome, seconds: number): string {
    const colors = colorsFor(this.io.stdout, this.io.env);
    const paint = { ok: colors.green, failed: colors.red, skipped: colors.yellow }[outcome.status];
    const time = outcome.status === "skipped" ? "" : `${seconds.toFixed(1)} s`;
    const head = `${paint(outcome.status.padEnd(INDENT.length))}${title.padEnd(TITLE_WIDTH)}${time.padStart(7)}`;
    const fits = INDENT.length + TITLE_WIDTH + 9 + outcome.note.length <= WIDTH;
    const note = fits ? `  ${outcome.note}` : `\n${INDENT}${wrap(outcome.note, WIDTH - INDENT.length, INDENT)}`;
    const details = outcome.status === "failed" && outcome.details ? `\n${outcome.details.trimEnd()}` : "";
    return `${(head + note).trimEnd()}${details}\n`;
  }
}
