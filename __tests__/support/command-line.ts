import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Io } from "../../src/cli/io";
import { run } from "../../src/cli/run";

/** A command line's end, as the user sees it. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project of its own, empty, in a temporary folder: commands write there, and read its ledger and exemptions. */
export class Project {
  readonly directory = mkdtempSync(join(tmpdir(), "ballast-"));

  /** Writes a file of the project; objects as JSON. Returns its path. */
  write(name: string, content: string | object): string {
    const path = join(this.directory, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  }

  /** Runs a command line in it, in this process. */
  async run(args: readonly string[], more: Partial<Io> & { readonly isTTY?: boolean } = {}): Promise<Ended> {
    const [stdout, stderr]: [string[], string[]] = [[], []];
    const exitCode = await run(args, {
      cwd: this.directory,
      project: this.directory,
      env: { PATH: "" },
      stdout: { write: (text) => stdout.push(text), isTTY: more.isTTY },
      stderr: { write: (text) => stderr.push(text), isTTY: more.isTTY },
      ...more,
    });
    return { exitCode, stdout: stdout.join(""), stderr: stderr.join("") };
  }

  /**
   * A PATH with a `terraform` on it that answers as told.
   * @param answers by subcommand: what it prints, and its exit code if it isn't 0
   */
  pathWithTerraform(answers: {
    readonly [subcommand: string]: { readonly text: string; readonly exitCode?: number };
  }): string {
    const path = this.write(
      "terraform",
      `#!${process.execPath}
const answer = ${JSON.stringify(answers)}[process.argv[2]] ?? { text: "" };
require("node:fs").appendFileSync(${JSON.stringify(join(this.directory, "calls"))}, JSON.stringify({ args: process.argv.slice(2), env: process.env }) + "\\n");
process.stdout.write(answer.text);
process.exitCode = answer.exitCode ?? 0;
`,
    );
    chmodSync(path, 0o755);
    return this.directory;
  }
}
