import { Project } from "../support/command-line";
import { platformDocument } from "../support/platform-document";

const project = new Project();

test("--help names every command, and every command has its own", async () => {
  const { exitCode, stdout } = await project.run(["--help"]);
  expect(exitCode).toBe(0);
  for (const name of ["start", "guardrails", "ledger"]) {
    expect(stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
    const help = await project.run([name, "--help"]);
    expect(help).toMatchObject({ exitCode: 0, stderr: "" });
    expect(help.stdout).toContain("Exit codes");
    expect(help.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  }
});

test.each([
  ["an unknown command", ["guardrail"], "unknown command 'guardrail'", "guardrails"],
  ["an unknown option", ["guardrails", "--formt", "json"], "unknown option '--formt'", "--format"],
  [
    "an unknown value",
    ["guardrails", "--format", "yaml"],
    "argument 'yaml' is invalid",
    "table, json, sarif, markdown",
  ],
  ["one argument too many", ["start", "demo", "staging"], "too many arguments", "2"],
  ["a missing argument", ["ledger"], "missing required argument 'environment'", ""],
  ["a move to nowhere", ["ledger", "demo", "--move", "aws_lb.a"], "OLD_ADDRESS=NEW_ADDRESS", ""],
])("%s ends with 2 and says what there is", async (_, args, problem, hint) => {
  const { exitCode, stdout, stderr } = await project.run(args);
  expect(exitCode).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(problem);
  expect(stderr).toContain(hint);
});

test.each([
  ["an unknown environment", ["start", "productoin"], { PATH: "" }, "productoin"],
  ["an unknown mode", ["start"], { BALLAST_MODE: "ofline" }, "BALLAST_MODE"],
  ["a plan that isn't there", ["guardrails", "--plan", "nowhere.json"], {}, "nowhere.json"],
  ["exemptions that aren't there", ["guardrails", "--exemptions", "nowhere.json"], {}, "nowhere.json"],
  ["an environment and a plan", ["guardrails", "demo", "--plan", "a.json"], {}, "give one of them"],
])("%s ends with 2 and a message, no stack trace", async (_, args, env, problem) => {
  const { exitCode, stderr } = await project.run(args, { env });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(problem);
  expect(stderr).not.toMatch(/^ +at /m);
});

test("each problem is a line on a pipe, and fits the 80 columns of a terminal", async () => {
  project.write("bad.ts", 'export default { regoin: "x" };');
  const piped = (await project.run(["start", "bad.ts"])).stderr.trimEnd().split("\n");
  expect(piped.filter((line) => !line.startsWith("bad.ts: "))).toEqual([]);
  expect(piped.some((line) => line.length > 80)).toBe(true);
  const shown = (await project.run(["start", "bad.ts"], { isTTY: true })).stderr.trimEnd().split("\n");
  expect(shown.filter((line) => line.length > 80)).toEqual([]);
  expect(shown.join(" ").replaceAll(/\s+/g, " ")).toBe(piped.join(" "));
});

test("a fault of our own ends with 70, and asks for a report", async () => {
  const write = () => {
    throw new Error("no such luck");
  };
  project.write("a.json", platformDocument());
  const { exitCode, stderr } = await project.run(["guardrails", "--plan", "a.json"], { stdout: { write } });
  expect(exitCode).toBe(70);
  expect(stderr).toContain("no such luck");
  expect(stderr).toContain("open an issue");
});
