import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Kept } from "../../adopt/keep";
import { checkEnvironment } from "../../environments/checks/check";
import { editField } from "../../environments/edit/edit";
import { EditError } from "../../environments/edit/edit-error";
import { evaluateText } from "../../environments/edit/evaluate";
import { type LoadedEnvironment, parseMode } from "../../environments/load";
import { InputError } from "../../environments/problem";
import { textDiff } from "../../reports/text-diff";
import { shownPath, writeAtomically } from "../files";
import type { Io } from "../io";
import { UserError } from "../user-error";

/**
 * Writes what is kept into the environment's file, whole or not at all, and shows it.
 * @returns the environment as it is now
 * @throws UserError where the file puts `adopted` together in a way that an edit doesn't get through
 */
export function keep(loaded: LoadedEnvironment, kept: readonly Kept[], io: Io): LoadedEnvironment {
  const path = resolve(io.cwd, loaded.file);
  const before = readFileSync(path, "utf8");
  let text = before;
  try {
    for (const { address, attribute, value } of kept) text = editField(text, ["adopted", address, attribute], value);
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    const fields = kept.map(({ address, attribute, value }) => `${address}.${attribute}: ${JSON.stringify(value)}`);
    throw new UserError(`${loaded.file}: edit adopted by hand, to ${fields.join(", ")}: ${error.message}`);
  }
  const mode = parseMode(io.env.BALLAST_MODE);
  const checked = checkEnvironment(evaluateText(text, path), text, { mode, expectedName: undefined });
  const { environment } = checked;
  const isSaid = kept.every(({ address, attribute, value }) => environment?.adopted[address]?.[attribute] === value);
  if (environment === undefined) {
    throw new InputError(checked.findings.map((finding) => ({ file: loaded.file, ...finding })));
  }
  if (!isSaid) throw new UserError(`${loaded.file}: edit adopted by hand: the file puts its values together otherwise`);
  io.stdout.write(`${shownPath(io, path)}\n${textDiff(before, text)}\n`);
  writeAtomically(path, text);
  return { ...loaded, environment };
}
