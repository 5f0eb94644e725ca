import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Expressed } from "../../drift/accept/search";
import type { Difference } from "../../drift/difference";
import { type DriftReport, isOpen } from "../../drift/report";
import { nameOf } from "../../drift/ways";
import { fieldPath } from "../../environments/checks/describe";
import { nearest } from "../../environments/checks/nearest";
import type { LoadedEnvironment } from "../../environments/load";
import { textDiff } from "../../reports/text-diff";
import { shownPath, writeAtomically } from "../files";
import type { Io } from "../io";
import { UserError } from "../user-error";
import { Editor } from "./editor";

export interface AcceptProps {
  readonly names: readonly string[];
  readonly report: DriftReport;
  readonly loaded: LoadedEnvironment;
  readonly io: Io;
}

/**
 * Takes differences over into the environment's file: finds the field of each by trying, edits the file's text, sees
 * that the edited text says just that, and writes it whole. Nothing is written where one of them can't be.
 * @returns the environment as it is now, or `undefined` where nothing was written; both are told
 * @throws UserError where a name is no difference's that can be accepted
 */
export function acceptDifferences({ names, report, loaded, io }: AcceptProps): LoadedEnvironment | undefined {
  const path = resolve(io.cwd, loaded.file);
  const before = readFileSync(path, "utf8");
  const selected = selectedDifferences(names, report);
  const editor = new Editor(loaded, path, before, io);
  const settled = new Set<string>();
  const problems: string[] = [];
  for (const difference of selected) {
    if (settled.has(nameOf(difference))) continue;
    io.stderr.write(`looking for the field of ${nameOf(difference)} …\n`);
    const open = report.differences.filter((each) => isOpen(each) && each !== difference);
    const found = editor.express(difference, open);
    if (typeof found === "string") problems.push(`${nameOf(difference)}: ${found}`);
    else {
      for (const name of found.settles) settled.add(name);
      io.stdout.write(sentence(difference, found));
    }
  }
  if (problems.length > 0) {
    io.stderr.write(`${problems.join("\n")}\nNothing is written.\n`);
    return undefined;
  }
  io.stdout.write(`\n${shownPath(io, path)}\n${textDiff(before, editor.text)}\n`);
  if (editor.text !== before) writeAtomically(path, editor.text);
  return { ...loaded, environment: editor.environment };
}

function sentence(difference: Difference, { path, value, also, settles }: Expressed): string {
  const lines = [
    `${fieldPath(path)}: ${JSON.stringify(value)} expresses ${nameOf(difference)}`,
    ...(settles.length > 0 ? [`  and ${settles.join(", ")}`] : []),
    ...(also.length > 0 ? [`  the next apply then changes besides: ${also.join(", ")}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** The differences that names stand for: an attribute's own, or all within it. */
function selectedDifferences(names: readonly string[], { differences }: DriftReport): readonly Difference[] {
  const chosen = names.flatMap((name) => {
    const found = differences.filter((each) => {
      const full = nameOf(each);
      return full === name || full.startsWith(`${name}.`) || full.startsWith(`${name}[`);
    });
    const drifted = found.filter((each) => each.class === "drifted");
    if (drifted.length > 0) return drifted;
    const [first] = found;
    if (first !== undefined)
      throw new UserError(`--accept: ${name} is ${first.class}; only what is drifted can be accepted`);
    const all = differences.filter((each) => each.class === "drifted").map(nameOf);
    const hint = all.length === 0 ? "nothing is drifted" : `did you mean ${nearest(name, all) ?? all[0]}?`;
    throw new UserError(`--accept: ${name} is no difference; ${hint}`);
  });
  return [...new Set(chosen)];
}
