import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Project } from "../support/command-line";

const ROOT = join(__dirname, "../..");
const definition = JSON.parse(readFileSync(join(ROOT, "batch/job-definition.json"), "utf8"));

/** Runs a child of an array job as the image does: its entry point with the definition's command. */
function child(index: number, size: number, parameters: { readonly [name: string]: string }, path: string): void {
  const command: readonly string[] = definition.containerProperties.command;
  const args = command.map((arg) => ({ ...definition.parameters, ...parameters })[arg.replace("Ref::", "")]);
  execFileSync("bash", ["batch/stress-part.sh", ...args], {
    cwd: ROOT,
    env: { ...process.env, PATH: path, AWS_BATCH_JOB_ARRAY_INDEX: `${index}`, AWS_BATCH_JOB_ARRAY_SIZE: `${size}` },
  });
}

test("the children of the array job make a whole, and keep their parts where the definition says", async () => {
  const project = new Project();
  const folder = mkdtempSync(join(tmpdir(), "ballast-parts-"));
  const bin = mkdtempSync(join(tmpdir(), "ballast-bin-"));
  const fake = (name: string, script: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  fake("aws", `[ "$1 $2 $3" = "s3 cp --only-show-errors" ] && cp "$4" "${folder}/\${5##*/}"`);
  // Of the whole suite no more than this: it is the script that is tried.
  fake("npm", `PATH="${process.env.PATH}" exec npm "$@" --scenario trust-boundary`);
  const parameters = { environment: "demo", runs: "2" };
  child(0, 2, parameters, `${bin}:${process.env.PATH}`);
  child(1, 2, { ...parameters, folder }, `${bin}:${process.env.PATH}`);
  const files = [join(folder, "part1.json"), join(folder, "part2.json")];
  expect(await project.run(["stress", "merge", ...files])).toMatchObject({ exitCode: 0 });
  const merged = readFileSync(join(project.directory, "report/stress.json"), "utf8");
  expect(JSON.parse(merged)).toMatchObject({ environment: "demo", runs: 2 });
});
