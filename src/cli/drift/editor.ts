import { isDeepStrictEqual } from "node:util";
import { belongsIn } from "../../drift/accept/belongs";
import type { Candidate, Json } from "../../drift/accept/candidates";
import { type Expressed, type Stacks, search } from "../../drift/accept/search";
import type { Difference } from "../../drift/difference";
import { checkEnvironment } from "../../environments/checks/check";
import { fieldPath } from "../../environments/checks/describe";
import { plainCopy } from "../../environments/checks/plain";
import { editField } from "../../environments/edit/edit";
import { EditError } from "../../environments/edit/edit-error";
import { evaluateText } from "../../environments/edit/evaluate";
import type { LoadedEnvironment } from "../../environments/load";
import { parseMode } from "../../environments/load";
import { InputError } from "../../environments/problem";
import { resourcePlaces } from "../../plan/places";
import { readPlan } from "../../plan/read";
import { documentsOf } from "../../stacks/validation";
import type { Io } from "../io";
import { buildStacks } from "./sources";

/** An environment with another value in a field. */
interface Edited {
  readonly raw: Json;
  readonly environment: LoadedEnvironment["environment"];
  readonly stacks: Stacks;
}

/** The environment as it is edited, step by step. */
export class Editor {
  environment: LoadedEnvironment["environment"];
  text: string;
  private raw: Json;
  private stacks: Stacks;
  private refusal: string | undefined;
  private tried = new Map<string, Edited | undefined>();
  private places: readonly ReturnType<typeof resourcePlaces>[] | undefined;

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

  /** The field that expresses a difference, by trying; a text says why none does. Nothing is edited. */
  find(difference: Difference, others: readonly Difference[]): Expressed | string {
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
    return found;
  }

  /** Edits the field that expresses a difference; a text says why it can't be. */
  express(difference: Difference, others: readonly Difference[]): Expressed | string {
    const found = this.find(difference, others);
    return typeof found === "string" ? found : (this.edit(found) ?? found);
  }

  /** Edits a field. @returns why it can't be; `undefined`: it is done */
  edit(found: Candidate): string | undefined {
    const edited = this.edited(found);
    if (edited === undefined) return `${fieldPath(found.path)}: the environment's checks refuse ${this.refusal}`;
    try {
      const text = editField(this.text, found.path, found.value);
      if (!isDeepStrictEqual(asJson(evaluateText(text, this.path)), edited.raw)) {
        throw new EditError("the file puts its values together in a way that an edit doesn't get through");
      }
      Object.assign(this, { ...edited, text, tried: new Map(), places: undefined });
      return undefined;
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      return `edit ${fieldPath(found.path)} by hand, to ${JSON.stringify(found.value)}: ${error.message}`;
    }
  }

  /** Many differences lead to the same edits. */
  private edited(candidate: Candidate): Edited | undefined {
    const key = JSON.stringify(candidate);
    if (!this.tried.has(key)) this.tried.set(key, this.tryEdit(candidate));
    return this.tried.get(key);
  }

  private tryEdit({ path, value }: Candidate): Edited | undefined {
    const raw = withField(this.raw, path, value);
    const checked = checkEnvironment(raw, "", { mode: parseMode(this.io.env.BALLAST_MODE), expectedName: undefined });
    if (checked.environment === undefined) {
      const [finding] = checked.findings;
      const reason = finding === undefined ? "" : `: ${finding.path} got ${finding.got}; ${finding.allowed}`;
      this.refusal ??= `${JSON.stringify(value)} as ${fieldPath(path)}${reason}`;
      return undefined;
    }
    try {
      return { raw, environment: checked.environment, stacks: this.synthesized(checked.environment) };
    } catch (error) {
      // The stacks know what no check of the environment alone can.
      if (!(error instanceof InputError)) throw error;
      this.refusal ??= `${JSON.stringify(value)} as ${fieldPath(path)}: ${error.message}`;
      return undefined;
    }
  }

  private synthesized(environment: LoadedEnvironment["environment"]): Stacks {
    return new Map([...this.documents(environment)].map(([stack, document]) => [stack, readPlan(document, stack)]));
  }

  private documents(environment: LoadedEnvironment["environment"]): ReadonlyMap<string, unknown> {
    return documentsOf(buildStacks([{ ...this.loaded, environment }], this.io, this.io.cwd));
  }

  private constructOf({ address }: Difference): string | undefined {
    this.places ??= [...this.documents(this.environment).values()].map((document) =>
      resourcePlaces(JSON.stringify(document)),
    );
    return this.places.map((each) => each.get(address)?.construct).find((construct) => construct !== undefined);
  }
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
