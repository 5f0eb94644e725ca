import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { belongsIn } from "../../drift/accept/belongs";
import type { Candidate, Json } from "../../drift/accept/candidates";
import { type Expressed, type Stacks, search } from "../../drift/accept/search";
import type { Difference } from "../../drift/difference";
import { type DriftReport, isOpen } from "../../drift/report";
import { nameOf } from "../../drift/ways";
import { checkEnvironment } from "../../environments/checks/check";
import { fieldPath } from "../../environments/checks/describe";
import { nearest } from "../../environments/checks/nearest";
import { plainCopy } from "../../environments/checks/plain";
import { editField } from "../../environments/edit/edit";
import { EditError } from "../../environments/edit/edit-error";
import { evaluateText } from "../../environments/edit/evaluate";
import type { LoadedEnvironment } from "../../environments/load";
import { parseMode } from "../../environments/load";
import { resourcePlaces } from "../../plan/places";
import { readPlan } from "../../plan/read";
import { textDiff } from "../../reports/text-diff";
import { documentsOf } from "../../stacks/validation";
import { shownPath, writeAtomically } from "../files";
import type { Io } from "../io";
import { UserError } from "../user-error";
import { buildStacks } from "./sources";

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

/** The environment as it is edited, step by step. */
class Editor {
  environment: LoadedEnvironment["environment"];
  text: string;
  private raw: Json;
  private stacks: Stacks;
  private refusal: string | undefined;

  constructor(
    private readonly loaded: LoadedEnvironment,
    private readonly path: string,
    text: string,
    private readonly io: Io,
  ) {
    this.environment = loaded.environment;
    this.text = text;
    this.raw = asJson(evaluateText(text, path));
    this.stacks = this.synthesized(loaded.environment);
  }

  /** Edits the field that expresses a difference; a text says why none does. */
  express(difference: Difference, others: readonly Difference[]): Expressed | string {
    this.refusal = undefined;
    const found = search({
      environment: asJson(this.environment),
      difference,
      others,
      stacks: this.stacks,
      edited: (candidate) => this.edited(candidate)?.stacks,
    });
    if (found === undefined) {
      const refused = this.refusal === undefined ? "" : ` (the environment's checks refuse ${this.refusal})`;
      return `no field expresses it${refused}; ${belongsIn(this.constructOf(difference))}`;
    }
    const edited = this.edited(found);
    if (edited === undefined) throw new Error("an edit that was valid isn't any more");
    try {
      const text = editField(this.text, found.path, found.value);
      if (!isDeepStrictEqual(asJson(evaluateText(text, this.path)), edited.raw)) {
        throw new EditError("the file puts its values together in a way that an edit doesn't get through");
      }
      Object.assign(this, { ...edited, text });
      return found;
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      return `edit ${fieldPath(found.path)} by hand, to ${JSON.stringify(found.value)}: ${error.message}`;
    }
  }

  private edited({ path, value }: Candidate) {
    const raw = withField(this.raw, path, value);
    const checked = checkEnvironment(raw, "", { mode: parseMode(this.io.env.BALLAST_MODE), expectedName: undefined });
    if (checked.environment === undefined) {
      const [finding] = checked.findings;
      const reason = finding === undefined ? "" : `: ${finding.path} got ${finding.got}; ${finding.allowed}`;
      this.refusal ??= `${JSON.stringify(value)} as ${fieldPath(path)}${reason}`;
      return undefined;
    }
    return { raw, environment: checked.environment, stacks: this.synthesized(checked.environment) };
  }

  private synthesized(environment: LoadedEnvironment["environment"]): Stacks {
    return new Map([...this.documents(environment)].map(([stack, document]) => [stack, readPlan(document, stack)]));
  }

  private documents(environment: LoadedEnvironment["environment"]): ReadonlyMap<string, unknown> {
    return documentsOf(buildStacks([{ ...this.loaded, environment }], this.io, this.io.cwd));
  }

  private constructOf({ address }: Difference): string | undefined {
    const places = [...this.documents(this.environment).values()].map((document) =>
      resourcePlaces(JSON.stringify(document)),
    );
    return places.map((each) => each.get(address)?.construct).find((construct) => construct !== undefined);
  }
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

/** A copy with another value at a path; the objects on the way are made where they aren't there. */
function withField(value: Json, [step, ...rest]: Candidate["path"], field: Json): Json {
  if (step === undefined) return field;
  if (typeof step === "number") {
    return Array.isArray(value)
      ? value.map((each, index) => (index === step ? withField(each, rest, field) : each))
      : [];
  }
  const object = isObject(value) ? value : {};
  return { ...object, [step]: withField(object[step] ?? {}, rest, field) };
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As plain data, without what isn't set. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(plainCopy(value).copy));
}
