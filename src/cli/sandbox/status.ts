import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { readRecord } from "../../sandbox/folder";
import { controlOf, describeState, stateOf } from "../../sandbox/sandbox";
import { ExitCode } from "../exit-code";
import { shownPath } from "../files";
import type { Io } from "../io";
import { addFolderOption, folderOf } from "./site";

export function configure(command: Command): void {
  addFolderOption(command)
    .summary("say what runs, and what is deployed")
    .description("Says what runs, and what was deployed to it. Exit codes: 0 it is up, 1 it isn't.");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const folder = folderOf(command, io);
  const record = readRecord(folder);
  if (record === undefined) {
    io.stdout.write("No sandbox runs; start one: npm run sandbox -- up\n");
    return ExitCode.FINDINGS;
  }
  const state = stateOf(record);
  io.stdout.write(`sandbox    ${describeState(record)} (${shownPath(io, folder)}/)\n`);
  if (state !== "up") {
    io.stdout.write("What was in it is gone: npm run sandbox -- down, then up.\n");
    return ExitCode.FINDINGS;
  }
  const calls = await controlOf(record.endpoint).calls();
  const stacks = join(folder, "stacks");
  const deployed = existsSync(stacks)
    ? readdirSync(stacks).filter((name) => name.endsWith("-platform") && existsSync(join(stacks, name, ".terraform")))
    : [];
  io.stdout.write(`endpoint   ${record.endpoint}
processes  gateway ${record.gateway.pid}, emulator ${record.emulator.pid}
calls      ${calls.length}
stacks     ${deployed.join(", ") || "none yet"}
`);
  return ExitCode.OK;
}
