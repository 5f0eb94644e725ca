import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StressReport } from "../../src/stress/report";
import { Project } from "../support/command-line";
import { synthesized } from "../support/synthesized";

const platform = synthesized("production").get("production-platform") ?? {};

/** As a recorder writes it that looks once a minute. */
const recording = (data: readonly unknown[], metadata: object = { gap_seconds: 60 }) => ({ metadata, data });
const hours = (count: number, instances: number) => Array.from({ length: count * 60 }, () => instances);

async function run(files: { readonly [file: string]: unknown }, more: readonly string[] = []) {
  const project = new Project();
  const plan = project.write("cdk.tf.json", platform);
  for (const [file, content] of Object.entries(files)) project.write(file, content as object | string);
  const traces = Object.keys(files).flatMap((file) => ["--spot-trace", file]);
  const result = await project.run([
    "stress",
    "--plan",
    plan,
    "--quick",
    "--scenario",
    "day-of-spot",
    ...traces,
    ...more,
  ]);
  const report = (): StressReport => JSON.parse(readFileSync(join(project.directory, "report/stress.json"), "utf8"));
  const html = () => readFileSync(join(project.directory, "report/index.html"), "utf8");
  return { ...result, report, html };
}

test("recordings drive the day over the length of the shortest, each for a pool that the report names", async () => {
  const { exitCode, stdout, report, html } = await run({
    "a.json": recording(hours(5, 4)),
    "b.json": recording([...hours(2, 4), ...hours(4, 0)]),
    "c.json": recording(hours(1, 16), { gap_seconds: 600 }),
    "d.json": recording(hours(9, 1)),
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("a.json: m6i.large in us-east-1a, 5 h");
  expect(stdout).toContain("d.json: m6a.large in us-east-1a, 9 h");
  const { spotTraces, scenarios } = report();
  expect(spotTraces).toEqual([
    { file: "a.json", type: "m6i.large", zone: "us-east-1a", seconds: 18_000 },
    { file: "b.json", type: "m6i.large", zone: "us-east-1b", seconds: 21_600 },
    { file: "c.json", type: "m6i.large", zone: "us-east-1c", seconds: 36_000 },
    { file: "d.json", type: "m6a.large", zone: "us-east-1a", seconds: 32_400 },
  ]);
  const [day] = scenarios;
  expect(day?.recoverySeconds).toBeLessThan(300);
  expect(html()).toContain('<code>d.json</code></th><td data-column="Instance type"><div>m6a.large</div></td>');
  expect(new Set(day?.claims.map(({ variant }) => variant))).toEqual(new Set(["recorded"]));
  expect(day?.timeline.map(({ variant }) => variant)).toEqual(["recorded"]);
  const samples = day?.timeline[0]?.samples ?? [];
  expect(samples.at(-1)?.second).toBeGreaterThan(1800 + 18_000 - 60);
  expect(samples.at(-1)?.second).toBeLessThanOrEqual(1800 + 18_000);
  const changes = day?.timeline[0]?.events.filter(({ kind, time }) => kind === "spot-capacity" && time >= 1800);
  expect(changes?.map(({ time, subject, detail }) => [time, subject, detail])).toEqual([
    [1800, "m6i.large in us-east-1a", "any number"],
    [1800, "m6i.large in us-east-1b", "any number"],
    [1800, "m6i.large in us-east-1c", "any number"],
    [1800, "m6a.large in us-east-1a", "any number"],
    [9000, "m6i.large in us-east-1b", "0 at most"],
  ]);
});

test("without recordings the day is drawn, and the report names none", async () => {
  const { report } = await run({});
  expect(report().spotTraces).toEqual([]);
  expect(report().scenarios[0]?.timeline.map(({ variant }) => variant)).toEqual(["ordinary-day", "hard-day"]);
});

test("a recording of weeks has no more samples than one of a day", async () => {
  const { report } = await run({ "a.json": recording(hours(40 * 24, 2)) });
  const samples = report().scenarios[0]?.timeline[0]?.samples ?? [];
  expect(samples.length).toBeGreaterThan(600);
  expect(samples.length).toBeLessThanOrEqual(721);
});

test.each([
  ["not JSON", "{", "a.json: not JSON; wanted:"],
  ["a list", [1, 2], "a.json: Invalid input: expected object"],
  ["nothing of it", {}, "a.json: metadata: Invalid input"],
  ["no gap", recording([1], {}), "a.json: metadata: gap_seconds: Invalid input"],
  ["a gap that is a text", recording([1], { gap_seconds: "60" }), "a.json: metadata: gap_seconds: Invalid input"],
  ["a gap of 0", recording([1], { gap_seconds: 0 }), "a.json: metadata: gap_seconds: Too small"],
  ["a negative gap", recording([1], { gap_seconds: -60 }), "a.json: metadata: gap_seconds: Too small"],
  ["no data", { metadata: { gap_seconds: 60 } }, "a.json: data: Invalid input"],
  ["empty data", recording([]), "a.json: data: Too small"],
  ["a negative count", recording([1, 2, -1]), "a.json: data: 2: Too small"],
  ["half an instance", recording([1, 0.5]), "a.json: data: 1: Invalid input"],
  ["something else than numbers", recording([1, null, "2"]), "a.json: data: 1: Invalid input"],
  ["an infinite count", '{"metadata":{"gap_seconds":60},"data":[1e999]}', "a.json: data: 0: Invalid input"],
  ["much that is wrong", recording(hours(1, -1)), "and 57 more"],
  ["more than 100 days", recording(hours(1, 1), { gap_seconds: 150_000 }), "are 104 days; at most 100 are taken"],
])("a recording with %s is refused", async (_, content, message) => {
  const { exitCode, stderr } = await run({ "a.json": content });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("    at ");
});

test("a recording that isn't there is refused, and so are more than there are pools", async () => {
  expect(await run({}, ["--spot-trace", "none.json"])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("none.json: no such file"),
  });
  const many = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.json`, recording([1])]));
  expect(await run(many)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("got 16 files for 15 Spot pools (m6i.large in us-east-1a,"),
  });
});
