import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { processIo } from "../../src/cli/io";

const MAIN = join(__dirname, "../../src/cli/main.ts");
const PROJECT = join(__dirname, "../..");

describe("the process", () => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ["--require", "./typescript.cjs", MAIN, ...args], {
      encoding: "utf8",
      stdio: "pipe",
    });

  test("ends with the command's exit code", () => {
    expect(run("start", "--help")).toContain("BALLAST_MODE");
    expect(() => run("guardrails", "--nonsense")).toThrow(expect.objectContaining({ status: 2 }));
  });

  test("has seen nothing wrong where a reader closes the pipe early", () => {
    const command = `"${process.execPath}" --require ./typescript.cjs "${MAIN}" start --help | head -1`;
    const errors = execFileSync("bash", ["-c", `{ ${command}; } 2>&1 >/dev/null`], { encoding: "utf8", cwd: PROJECT });
    expect(errors).toBe("");
  });
});

describe("paths are relative to", () => {
  const initial = { cwd: process.cwd(), INIT_CWD: process.env.INIT_CWD };
  afterEach(() => {
    process.chdir(initial.cwd);
    if (initial.INIT_CWD === undefined) delete process.env.INIT_CWD;
    else process.env.INIT_CWD = initial.INIT_CWD;
  });

  test("where npm was called, since npm changes to the project", () => {
    process.chdir(PROJECT);
    process.env.INIT_CWD = join(PROJECT, "src");
    expect(processIo()).toMatchObject({ cwd: join(PROJECT, "src"), project: PROJECT });
  });

  test("the working directory without npm, or where a script of npm's changed it", () => {
    process.chdir(PROJECT);
    delete process.env.INIT_CWD;
    expect(processIo().cwd).toBe(PROJECT);
    process.chdir(join(PROJECT, "docs"));
    process.env.INIT_CWD = join(PROJECT, "src");
    expect(processIo().cwd).toBe(join(PROJECT, "docs"));
  });
});
