import { performance } from "node:perf_hooks";
import { WIDTH } from "../../reports/text";
import type { Io } from "../io";

/** What was written, and when, in seconds. */
interface Written {
  readonly at: number;
  readonly text: string;
}

/** A text that stands in a line from one moment on, until another takes its place. */
interface Shown {
  readonly line: number;
  readonly text: string;
  readonly from: number;
  /** @default - it stays */
  readonly to?: number;
}

/** Longer than this nobody looks at a picture in which nothing happens. */
const LONGEST_PAUSE_SECONDS = 1.5;
const [CHARACTER, LINE, MARGIN] = [8.4, 19, 16];
const CLEAR_LINE = "\r\u001b[2K";

/** Keeps what is written to a terminal, and makes a picture of it that moves. */
export class Recording {
  private readonly written: Written[] = [];
  private readonly begin = performance.now();

  /** Writes on, and keeps it: as in a terminal of a person who looks on. */
  of(io: Io): Io {
    const write = (text: string) => {
      this.written.push({ at: (performance.now() - this.begin) / 1000, text });
      return io.stdout.write(text);
    };
    return { ...io, env: { ...io.env, CI: undefined, NO_COLOR: undefined }, stdout: { write, isTTY: true } };
  }

  /** The picture: each line comes when it came, pauses shortened; without animation, all that stood there at the end. */
  svg(): string {
    const shown = shownLines(withoutPauses(this.written));
    const height = 2 * MARGIN + LINE * (Math.max(0, ...shown.map(({ line }) => line)) + 1);
    const width = Math.ceil(2 * MARGIN + CHARACTER * WIDTH);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>npm run demo, as it goes; pauses are shortened</title>
<style>
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d6deeb;white-space:pre}
.b{font-weight:bold;fill:#fff}.d{fill:#8b98a9}
@keyframes wait{from,to{opacity:0}}
@keyframes pass{from,to{opacity:1}}
.s{animation-name:wait}.p{opacity:0;animation-name:pass}
@media (prefers-reduced-motion:reduce){.s,.p{animation:none}}
</style>
<rect width="100%" height="100%" rx="8" fill="#10161f"/>
${shown.map(element).join("\n")}
</svg>
`;
  }
}

function withoutPauses(written: readonly Written[]): readonly Written[] {
  let [before, at] = [0, 0];
  return written.map((one) => {
    at += Math.min(one.at - before, LONGEST_PAUSE_SECONDS);
    before = one.at;
    return { ...one, at };
  });
}

/** What stood in which line, and when. */
function shownLines(written: readonly Written[]): readonly Shown[] {
  const shown: Shown[] = [];
  let [line, text, from] = [0, "", 0];
  const put = (to?: number) => {
    if (text.trim() !== "") shown.push({ line, text, from, ...(to === undefined ? {} : { to }) });
  };
  for (const { at, text: added } of written) {
    for (const [index, rest] of added.split("\n").entries()) {
      if (index > 0) {
        put();
        line += 1;
        text = "";
      }
      for (const [place, piece] of rest.split(CLEAR_LINE).entries()) {
        if (place > 0) {
          put(at);
          text = "";
        }
        if (text === "") from = at;
        text += piece;
      }
    }
  }
  put();
  return shown;
}

function element({ line, text, from, to }: Shown): string {
  const y = MARGIN + LINE * line + 14;
  const seconds = (value: number) => `${value.toFixed(2)}s`;
  const animation =
    to === undefined
      ? `class="s" style="animation-duration:${seconds(from)}"`
      : `class="p" style="animation-delay:${seconds(from)};animation-duration:${seconds(to - from)}"`;
  return `<text x="${MARGIN}" y="${y}" ${animation}>${painted(text)}</text>`;
}

/** What begins and ends bold and dim, as the teller has them. */
const PAINT: readonly (readonly [ansi: string, svg: string])[] = [
  ["\u001b[1m", '<tspan class="b">'],
  ["\u001b[2m", '<tspan class="d">'],
  ["\u001b[22m", "</tspan>"],
];

function painted(text: string): string {
  return PAINT.reduce((svg, [ansi, tag]) => svg.replaceAll(ansi, tag), escaped(text));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
