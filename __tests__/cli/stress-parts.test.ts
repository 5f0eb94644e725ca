import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";

/** More runs than one piece of work has. */
const RUNS = ["stress", "demo", "--scenario", "instance-refresh", "--runs", "23", "--seed", "5", "--quick"];
/** Of a scenario that takes no time, little. */
const SUITE = ["stress", "demo", "--scenario", "trust-boundary", "--runs", "2", "--quick"];
/** And everything that is looked for besides. */
const ANALYSED = ["stress", "demo", "--scenario", "trust-boundary", "--runs", "2"];

async function bytesOf(project: Project, args: readonly string[]): Promise<string> {
  expect(await project.run(args)).toMatchObject({ exitCode: 0 });
  return readFileSync(join(project.directory, "report/stress.json"), "utf8");
}

/** Files of the parts of a suite. */
async function partsOf(project: Project, count: number, args: readonly string[] = SUITE): Promise<readonly string[]> {
  const files = Array.from({ length: count }, (_, index) => `part${index + 1}.json`);
  for (const [index, file] of files.entries()) {
    expect(await project.run([...args, "--shard", `${index + 1}/${count}`, "--out", file])).toMatchObject({
      exitCode: 0,
      stdout: `part ${index + 1} of ${count}: ${file}\n`,
    });
  }
  return files;
}

test.each([
  ["runs", RUNS],
  ["analyses", ANALYSED],
])(
  "of %s one thread, and three machines of two threads, come to the same bytes",
  async (_, suite) => {
    const project = new Project();
    const alone = await bytesOf(project, [...suite, "--workers", "1"]);
    // Which has all its settings, unless the suite is a quick one.
    expect(JSON.parse(alone).priceOfSafety?.options.length).toBe(suite === ANALYSED ? 4 : undefined);
    const files = await partsOf(project, 3, [...suite, "--workers", "2"]);
    expect(await bytesOf(project, ["stress", "merge", ...[...files].reverse()])).toBe(alone);
  },
  240_000,
);

test("a child of an array job of AWS Batch does its part", async () => {
  const project = new Project();
  const args = [...SUITE, "--shard", "batch", "--out", "part.json"];
  const env = { PATH: "", AWS_BATCH_JOB_ARRAY_INDEX: "1", AWS_BATCH_JOB_ARRAY_SIZE: "2" };
  expect(await project.run(args, { env })).toMatchObject({ exitCode: 0, stdout: "part 2 of 2: part.json\n" });
  const outside = await project.run(args);
  expect([outside.exitCode, outside.stderr]).toEqual([2, expect.stringContaining("AWS_BATCH_JOB_ARRAY_INDEX")]);
});

test("parts that don't make a whole are refused", async () => {
  const project = new Project();
  const [one, two] = await partsOf(project, 2);
  expect(await project.run([...SUITE, "--seed", "6", "--shard", "2/2", "--out", "other.json"])).toMatchObject({
    exitCode: 0,
  });
  project.write("half.json", readFileSync(join(project.directory, String(one)), "utf8").slice(0, 500));
  project.write("plan.json", { resource: {} });
  const refused = async (...files: readonly string[]) => {
    const { exitCode, stderr } = await project.run(["stress", "merge", ...files]);
    expect(exitCode).toBe(2);
    return stderr.trim();
  };
  expect(await refused(String(one))).toBe("part 2 of 2 is missing");
  expect(await refused(String(one), String(one))).toBe("part1.json: the same part as part1.json");
  expect(await refused(String(one), "other.json")).toMatch("other.json: of another suite than part1.json");
  expect(await refused("half.json", String(two))).toMatch("half.json: not JSON");
  expect(await refused("plan.json")).toMatch("plan.json: not a part of a stress suite");
  expect(await refused("none.json")).toBe("none.json: no such file");
});

test.each([
  [["--shard", "3"], "such as 3/10"],
  [["--shard", "4/3", "--out", "x"], "such as 3/10"],
  [["--shard", "1/3"], "--shard and --out belong together"],
  [["--out", "x"], "--shard and --out belong together"],
])("%j is refused", async (args, message) => {
  const { exitCode, stderr } = await new Project().run(["stress", "demo", ...args]);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
});
