import { Recording } from "../../../src/cli/demo/recording";
import type { Steps } from "../../../src/cli/demo/steps";
import { tellStory } from "../../../src/cli/demo/story";
import { tellerOf } from "../../../src/cli/demo/teller";
import type { Io } from "../../../src/cli/io";

/** Steps that only say that they were taken. */
function stubbed(more: Partial<Steps> = {}): { readonly steps: Steps; readonly taken: string[] } {
  const taken: string[] = [];
  const step =
    <Result>(name: string, result: Result) =>
    async (progress?: (done: number, total: number) => void): Promise<Result> => {
      taken.push(name);
      for (let done = 1; done <= 4; done += 1) progress?.(done, 4);
      return result;
    };
  const differs = ["drifted  aws_security_group.compute: rule added: tcp 22 from 0.0.0.0/0"];
  const steps: Steps = {
    // As long as a line has room for beside the time, and a little more.
    up: step("up", `http://127.0.0.1:41567/${"x".repeat(22)}`),
    bootstrap: step("bootstrap", undefined),
    apply: step("apply", { made: 178, changed: 1 }),
    plan: step("plan", []),
    findDrift: step("find", differs),
    breakByHand: step("break", ["Port 22 of security group demo-compute opened to 0.0.0.0/0."]),
    spotRunsDry: step("spot runs dry", {
      wanted: 4,
      there: 4,
      shares: [25, 50, 75],
      message: `demo-1: ${"x ".repeat(90)}`,
    }),
    spotComesBack: step("spot comes back", { wanted: 4, there: 4, shares: [50, 25, 0] }),
    spotTakesBack: step("spot takes back", { instanceId: "i-0123456789abcdef0", afterSeconds: 71, staying: 1 }),
    destroy: step("destroy", 178),
    calls: step("calls", 4711),
    down: step("down", undefined),
    ...more,
  };
  return { steps, taken };
}

const ioOf = (more: Partial<Io> = {}): { readonly io: Io; readonly text: () => string } => {
  let text = "";
  const stdout = { write: (part: string) => (text += part) };
  const io: Io = { cwd: "/", project: "/", env: {}, stdout, stderr: stdout, ...more };
  return { io, text: () => text };
};

test("each step is taken in its order, and told within 80 columns", async () => {
  const { steps, taken } = stubbed();
  const { io, text } = ioOf();
  await tellStory(tellerOf(io), steps, "demo");
  expect(taken).toEqual([
    ...["up", "bootstrap", "apply", "plan", "break", "find", "apply", "plan"],
    ...["spot runs dry", "spot comes back", "spot takes back", "destroy", "calls", "down"],
  ]);
  expect(
    Math.max(
      ...text()
        .split("\n")
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(80);
  expect(text()).toMatch(/^4 {2}Somebody changes it by hand$/m);
  expect(text()).toMatch(/goes to 25, 50, 75 percent/);
  expect(text()).toContain("178 resources: network");
});

test("it goes no further than a plan that isn't clean", async () => {
  const { steps, taken } = stubbed({ plan: async () => ["drifted  aws_lb.ingress"] });
  await expect(tellStory(tellerOf(ioOf().io), steps, "demo")).rejects.toThrow(/isn't clean:\ndrifted {2}aws_lb/);
  expect(taken).toEqual(["up", "bootstrap", "apply"]);
});

test("once it is interrupted, no other step begins", async () => {
  const interrupted = new AbortController();
  const { steps, taken } = stubbed({ bootstrap: async () => interrupted.abort() });
  const { io } = ioOf({ signal: interrupted.signal });
  await expect(tellStory(tellerOf(io), steps, "demo")).rejects.toThrow(/abort/i);
  expect(taken).toEqual(["up"]);
});

test("a picture has each line, progress only for its time, and is whole without animation", async () => {
  const recording = new Recording();
  const { io } = ioOf({ env: { CI: "true" } });
  await tellStory(tellerOf(recording.of(io)), stubbed().steps, "demo");
  const svg = recording.svg();
  const lines = svg.split("\n").filter((line) => line.startsWith("<text"));
  const plain = lines.map((line) => line.replaceAll(/<[^>]*>/g, ""));
  expect(Math.max(...plain.map((line) => line.length))).toBeLessThanOrEqual(80);
  const staying = lines.filter((line) => line.includes('class="s"'));
  expect(staying.some((line) => line.includes('<tspan class="b">4  Somebody changes it by hand</tspan>'))).toBe(true);
  expect(staying.filter((line) => /█|…/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('class="p"') && line.includes("4 of 4")).length).toBeGreaterThan(0);
  expect(svg).not.toContain("\u001b");
  expect(svg).toContain("prefers-reduced-motion");
});
