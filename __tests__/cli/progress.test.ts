import { processIo } from "../../src/cli/io";
import { Progress } from "../../src/cli/stress/progress";

test("in a terminal progress is told with each piece, and wiped at the end", () => {
  const texts: string[] = [];
  const stream = { write: (text: string) => texts.push(text), isTTY: true };
  const progress = new Progress(
    { ...processIo(), env: { TERM: "xterm" }, stdout: stream, stderr: stream },
    "stress",
    4,
  );
  progress.add(1);
  progress.add(3);
  progress.end();
  expect(texts[0]).toMatch(/stress: 25 %, some \d+ s left$/);
  expect(texts[1]).toMatch(/stress: 100 %, some 0 s left$/);
  expect(texts[2]).toBe("\r\x1b[2K");
});
