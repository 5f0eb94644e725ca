import { FUNCTIONS, type Randomness } from "./intrinsic-functions";
import type { Json } from "./json";
import { StatesError } from "./states-error";

/** Step Functions takes ten intrinsic functions in one field, and no more (developer guide, "Intrinsic functions"). */
const MOST_FUNCTIONS = 10;

/** Evaluates an intrinsic function, with functions, paths, strings and numbers as arguments. */
export function evaluateIntrinsic(expression: string, resolve: (path: string) => Json, random: Randomness): Json {
  const reader = new Reader(expression, resolve, random);
  const value = reader.value();
  reader.end();
  return value;
}

class Reader {
  private position = 0;
  private functions = 0;

  constructor(
    private readonly text: string,
    private readonly resolve: (path: string) => Json,
    private readonly random: Randomness,
  ) {}

  value(): Json {
    this.skip(/\s*/y);
    const character = this.text[this.position];
    if (character === "'") return this.string();
    if (character === "$") return this.resolve(this.path());
    const literal = this.skip(/(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=\s*[,)]|$)/y);
    return literal === "" ? this.call() : JSON.parse(literal);
  }

  end(): void {
    this.skip(/\s*/y);
    if (this.position < this.text.length) throw this.broken();
  }

  private call(): Json {
    const name = this.skip(/[A-Za-z0-9._]+(?=\()/y);
    const implementation = FUNCTIONS[name];
    if (implementation === undefined) throw this.broken();
    this.functions += 1;
    if (this.functions > MOST_FUNCTIONS) throw failure(`${this.text}: more than ${MOST_FUNCTIONS} functions`);
    const values = this.list();
    try {
      return implementation(values, this.random);
    } catch (error) {
      throw failure(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private list(): readonly Json[] {
    const values: Json[] = [];
    this.skip(/\(\s*/y);
    if (this.skip(/\)/y) !== "") return values;
    for (;;) {
      values.push(this.value());
      if (this.skip(/\s*\)/y) !== "") return values;
      if (this.skip(/\s*,/y) === "") throw this.broken();
    }
  }

  /** Between apostrophes; a backslash takes the meaning from an apostrophe, a brace or a backslash. */
  private string(): string {
    const [whole, inside] = this.match(/'((?:\\['{}\\]|[^'\\])*)'/y);
    if (whole === undefined || inside === undefined) throw this.broken();
    // An escaped brace stays so until States.Format has looked for its own.
    return inside.replaceAll(/\\(['\\])/g, "$1");
  }

  private path(): string {
    const path = this.skip(/\$(?:\[[^\]]*\]|[^,()\s[])*/y);
    if (path === "") throw this.broken();
    return path;
  }

  private skip(pattern: RegExp): string {
    return this.match(pattern)[0] ?? "";
  }

  private match(pattern: RegExp): readonly (string | undefined)[] {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text) ?? [];
    this.position += found[0]?.length ?? 0;
    return found;
  }

  private broken(): StatesError {
    return failure(`${this.text}: not an intrinsic function at ${this.position}`);
  }
}

const failure = (cause: string) => new StatesError("States.IntrinsicFailure", cause);
