import { performance } from "node:perf_hooks";
import { WIDTH, wrap } from "../../reports/text";
import type { Io } from "../io";
import { colorsFor, isLive } from "../output";

/** Tells a story in a terminal of 80 columns, as it goes. Each fails where the command was interrupted. */
export interface Teller {
  /** Begins a chapter. */
  chapter(title: string): void;
  /** Says a sentence. */
  say(text: string): void;
  /** Shows a line of what was found, as it is: shortened where it is too long. */
  show(text: string): void;
  /**
   * Says what is being done, and how long it took when it is done.
   * @param work may say how far it is: `work((done, total) => …)`
   * @param done the sentence at the end, from what came of it
   */
  during<Result>(
    doing: string,
    work: (progress: (done: number, total: number) => void) => Promise<Result>,
    done: (result: Result) => string,
  ): Promise<Result>;
}

const INDENT = "   ";
const BAR = 24;
/** Between two signs of life where nobody watches a terminal. */
const QUIET_SHARE = 0.5;

export function tellerOf(io: Io): Teller {
  const colors = colorsFor(io);
  const live = isLive(io);
  let chapters = 0;
  const write = (text: string) => io.stdout.write(text);
  const sentence = (text: string, room = WIDTH) => INDENT + wrap(text, room - INDENT.length, INDENT);
  return {
    chapter: (title) => {
      io.signal?.throwIfAborted();
      chapters += 1;
      write(`\n${colors.bold(`${chapters}  ${title}`)}\n`);
    },
    say: (text) => void write(`${sentence(text)}\n`),
    show: (text) => {
      const room = WIDTH - 2 * INDENT.length;
      write(`${INDENT}${INDENT}${text.length > room ? `${text.slice(0, room - 1)}…` : text}\n`);
    },
    during: async (doing, work, done) => {
      io.signal?.throwIfAborted();
      const begin = performance.now();
      let said = 0;
      // One line, which the next takes the place of.
      if (live) write(colors.dim(`${INDENT}${doing}`));
      const progress = (count: number, total: number) => {
        if (live) {
          const filled = Math.round((BAR * count) / Math.max(total, 1));
          write(`\r\x1b[2K${INDENT}${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${count} of ${total}`);
        } else if (count >= (said + QUIET_SHARE) * total && count < total) {
          said = count / total;
          write(`${sentence(`${count} of ${total} …`)}\n`);
        }
      };
      try {
        const result = await work(progress);
        if (live) write("\r\x1b[2K");
        const time = `${Math.round((performance.now() - begin) / 1000)} s`;
        const lines = sentence(done(result), WIDTH - 8).split("\n");
        const last = lines.pop() ?? "";
        write(`${[...lines, `${last.padEnd(WIDTH - 7)}${time.padStart(7)}`].join("\n")}\n`);
        return result;
      } catch (error) {
        if (live) write("\n");
        throw error;
      }
    },
  };
}
