import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { mergeParts } from "../../stress/part";
import { assemble, workOf } from "../../stress/suite";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { UserError } from "../user-error";
import { writeStressReports } from "./write";

export function configure(command: Command): void {
  command
    .summary("put together what --shard has written")
    .description("Put together what the parts of a suite (--shard k/n --out FILE) have found out.")
    .argument("<parts...>", "the files of all parts, in any order");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const files: readonly string[] = command.processedArgs[0];
  const texts = files.map((file) => [file, textOf(file, io)] as const);
  const { suite, answers } = mergeParts(texts);
  return writeStressReports(assemble(suite, workOf(suite), answers), io);
}

function textOf(file: string, { cwd }: Io): string {
  const path = resolve(cwd, file);
  if (!existsSync(path)) throw new UserError(`${file}: no such file`);
  return readFileSync(path, "utf8");
}
