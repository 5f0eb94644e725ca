import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Io } from "./io";

/** Writes a file whole or not at all; its folder is made. */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/** Writes into `report/` of the project; returns the path. */
export function writeReport(io: Io, name: string, text: string): string {
  const path = join(io.project, "report", name);
  writeAtomically(path, text);
  return path;
}

/** A path as the user would type it. */
export function shownPath(io: Io, path: string): string {
  return relative(io.cwd, path) || ".";
}
