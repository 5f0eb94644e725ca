import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import production from "../../src/environments/production";
import { agrees, calibrate, compare } from "../../src/game-day/compare";
import { contradictions, type Results } from "../../src/game-day/results";
import { Project } from "../support/command-line";

const START = Date.parse("2026-11-28T12:00:00Z");
const at = (second: number) => new Date(START + second * 1000).toISOString().replace(".000", "");
const event = (second: number, kind: Results["events"][number]["kind"], subject: string) => ({
  at: at(second),
  kind,
  subject,
});

/** One Spot instance is taken back, its replacement boots, as the assumptions' middles have it. */
const RECORDED: Results = {
  ...{ version: 1, environment: "production", experiment: "spot-interruptions", startedAt: at(0), endedAt: at(3600) },
  counts: {
    ...{ "instance-gone": 1, "instance-launched": 1, "instance-registered": 1, "task-stopped": 0, "task-running": 0 },
  },
  events: [
    event(0, "spot-notice", "i-1"),
    event(2, "instance-launched", "i-2"),
    event(20, "instance-running", "i-2"),
    event(90, "instance-registered", "i-2"),
    event(120, "instance-gone", "i-1"),
  ],
};

test("a record of one experiment doesn't contradict itself", () => expect(contradictions(RECORDED)).toEqual([]));

test.each<readonly [string, Partial<Results>, string]>([
  [
    "another number",
    { counts: { ...RECORDED.counts, "instance-gone": 3 } },
    "counts say 3 × instance-gone, the events are 1",
  ],
  ["an end before the beginning", { endedAt: at(-60) }, "isn't after startedAt"],
  ["an event before it", { startedAt: at(10) }, "spot-notice of i-1 is 10 s before the experiment began"],
  ["an event after it", { endedAt: at(100) }, "instance-gone of i-1 is 20 s after its end"],
  [
    "one that registers before it is launched",
    {
      events: [
        ...RECORDED.events.slice(0, 1),
        event(1, "instance-registered", "i-2"),
        event(5, "instance-launched", "i-2"),
        event(120, "instance-gone", "i-1"),
      ],
    },
    "i-2 has instance-launched after instance-registered",
  ],
  [
    "an event twice",
    { events: [...RECORDED.events, event(121, "instance-gone", "i-1")] },
    "i-1 has instance-gone twice",
  ],
])("%s is a contradiction", (_, falsified, said) => {
  expect(contradictions({ ...RECORDED, ...falsified })).toContainEqual(expect.stringContaining(said));
});

describe("beside the simulator", () => {
  const simulated = [
    { "number of instance-gone": 1, "seconds until the first instance-registered": 70 },
    { "number of instance-gone": 1, "seconds until the first instance-registered": 130 },
  ];
  const rowsOf = (results: Results) => compare(results, simulated, {});

  test("what lies within its runs agrees, what it never had doesn't", () => {
    const rows = new Map(rowsOf(RECORDED).measures.map((row) => [row.measure, row]));
    expect(rows.get("seconds until the first instance-registered")).toMatchObject({
      observed: 90,
      simulated: [70, 130, 130],
      agrees: true,
    });
    expect(rows.get("number of instance-launched")).toMatchObject({ observed: 1, simulated: null, agrees: false });
    expect(rows.get("seconds until the last task-running")).toMatchObject({
      observed: null,
      simulated: null,
      agrees: true,
    });
  });

  test("the assumption that is off is named, and by how much", () => {
    const slow = RECORDED.events.map((each) =>
      each.kind === "instance-registered" ? event(260, each.kind, each.subject) : each,
    );
    expect(rowsOf({ ...RECORDED, events: slow }).assumptions).toEqual([
      { id: "instanceLaunchSeconds", observations: 1, observed: 18, assumed: [12, 14, 30], offBy: 0 },
      { id: "instanceRegistrationSeconds", observations: 1, observed: 240, assumed: [40, 60, 120], offBy: 166.7 },
    ]);
    expect(agrees(rowsOf({ ...RECORDED, events: slow }))).toBe(false);
  });

  test("three observations make a spread, fewer none", () => {
    expect(calibrate(RECORDED)).toEqual({});
    const tasks = [1, 2, 3].flatMap((number) => [
      event(10, "image-pull-started", `t-${number}`),
      event(10 + 20 * number, "image-pull-ended", `t-${number}`),
    ]);
    expect(calibrate({ ...RECORDED, events: tasks })).toEqual({ imagePullSeconds: [20, 40, 60] });
  });
});

describe("npm run game-day", () => {
  const project = new Project();
  const file = project.write("production.ts", `export default ${JSON.stringify({ ...production, gameDay: {} })};`);

  test("compares a recorded file, and catches a falsified one", async () => {
    const recorded = project.write("recorded.json", RECORDED);
    const good = await project.run(["game-day", "compare", file, recorded, "--calibrate", "measured.json"]);
    expect(good).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("instanceRegistrationSeconds: 70 s") });
    const slower = RECORDED.events.map((each) =>
      each.kind === "instance-registered" ? event(900, each.kind, each.subject) : each,
    );
    const falsified = project.write("falsified.json", {
      ...RECORDED,
      counts: { ...RECORDED.counts, "instance-gone": 9 },
      events: slower,
    });
    const bad = await project.run(["game-day", "compare", file, falsified, "--calibrate", "wrong.json"]);
    expect(bad.exitCode).toBe(1);
    expect(bad.stdout).toContain("contradiction: counts say 9 × instance-gone, the events are 1");
    expect(bad.stdout).toMatch(/off {6}instanceRegistrationSeconds: 880 s on average of 1, .*: off by \+806.7 s/);
    expect(bad.stdout).toMatch(/differs {2}seconds until the first instance-registered +900/);
    expect(() => readFileSync(`${project.directory}/wrong.json`)).toThrow();
  });

  test("an assumptions file changes what is simulated", async () => {
    const slow = project.write("slow.json", { instanceRegistrationSeconds: [500, 600] });
    const { exitCode, stdout } = await project.run(["game-day", "plan", file, "--assumptions", slow]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/seconds until the first instance-registered +5\d\d/);
  });

  test.each([
    ["an environment that allows none", ["plan", "production"], "production allows no experiments"],
    ["no results", ["compare", file, "none.json"], "results: none.json: it can't be read"],
    [
      "another's results",
      ["compare", file, project.write("other.json", { ...RECORDED, environment: "demo" })],
      'environment: got "demo"',
    ],
    [
      "another experiment",
      ["compare", file, project.write("exp.json", { ...RECORDED, experiment: "spot-interruption" })],
      'did you mean "spot-interruptions"',
    ],
    [
      "an unknown assumption",
      ["plan", file, "--assumptions", project.write("bad.json", { bootSeconds: [1] })],
      "bad.json",
    ],
    ["no command", [], "give one of plan, compare"],
  ])("refuses %s in one message", async (_, args, message) => {
    const { exitCode, stdout, stderr } = await project.run(["game-day", ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

test("the published schema holds for a record, and refuses what isn't one", () => {
  const schema = JSON.parse(readFileSync("docs/schemas/game-day-results.schema.json", "utf8"));
  const validate = addFormats(new Ajv({ strict: true })).compile(schema);
  expect(validate(RECORDED)).toBe(true);
  expect(validate({ ...RECORDED, counts: {} })).toBe(false);
});
