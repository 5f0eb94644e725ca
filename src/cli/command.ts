import type { Command } from "commander";
import type { ExitCode } from "./exit-code";
import type { Io } from "./io";

/** A file of `commands/`: it is loaded only when its command is called. */
export interface CommandModule {
  /** Adds arguments, options and help. */
  configure(command: Command): void;
  /** Commands of its own, by name. @default - none */
  readonly subcommands?: { readonly [name: string]: CommandModule };
  /** Runs it; arguments and options are the command's. */
  run(command: Command, io: Io): Promise<ExitCode>;
}
