import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";

const LEDGER = "protected.ledger.json";
const read = (project: Project) => JSON.parse(readFileSync(join(project.directory, LEDGER), "utf8"));

test("records what is protected, sorted, and is then up to date", async () => {
  const project = new Project();
  const first = await project.run(["ledger", "production"]);
  expect(first.exitCode).toBe(0);
  expect(first.stdout).toContain("+ production-platform: aws_ecs_cluster.cluster");
  const { production } = read(project);
  expect(Object.keys(production)).toEqual(["production-platform", "production-state"]);
  expect(production["production-platform"]).toEqual([...production["production-platform"]].sort());
  const second = await project.run(["ledger", "production", "--check"]);
  expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("is up to date") });
});

test("--check writes nothing, and ends with 1 where something is new", async () => {
  const project = new Project();
  const { exitCode, stderr } = await project.run(["ledger", "production", "--check"]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("npm run ledger -- production");
  expect(() => read(project)).toThrow("ENOENT");
});

test("keeps what other environments have", async () => {
  const project = new Project();
  project.write(LEDGER, { another: { "another-platform": ["aws_lb.a"] } });
  await project.run(["ledger", "production"]);
  expect(read(project).another).toEqual({ "another-platform": ["aws_lb.a"] });
});

describe("a pinned address that is lost", () => {
  const withLost = async () => {
    const project = new Project();
    await project.run(["ledger", "production"]);
    const ledger = read(project);
    ledger.production["production-platform"].push("aws_lb.lost");
    project.write(LEDGER, ledger);
    return project;
  };

  test("is refused by default, with both ways on, and stays pinned", async () => {
    const project = await withLost();
    const { exitCode, stderr } = await project.run(["ledger", "production"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("--move aws_lb.lost=NEW_ADDRESS");
    expect(stderr).toContain("--remove aws_lb.lost");
    expect(read(project).production["production-platform"]).toContain("aws_lb.lost");
  });

  test("goes by --remove", async () => {
    const project = await withLost();
    const { exitCode, stdout } = await project.run(["ledger", "production", "--remove", "aws_lb.lost"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("- production-platform: aws_lb.lost");
    expect(read(project).production["production-platform"]).not.toContain("aws_lb.lost");
  });

  test("goes by --move to an address that is protected", async () => {
    const project = await withLost();
    const move = ["--move", "aws_lb.lost=aws_ecs_cluster.cluster"];
    const { exitCode, stdout } = await project.run(["ledger", "production", ...move]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("terraform state mv aws_lb.lost aws_ecs_cluster.cluster");
  });

  test("can't be named wrongly", async () => {
    const project = await withLost();
    const { exitCode, stderr } = await project.run(["ledger", "production", "--remove", "aws_lb.lots"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("aws_lb.lots isn't in the ledger");
  });
});
