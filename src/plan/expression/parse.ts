import { type Expression, NotUnderstood, type Step } from "./syntax";
import { endOfQuote, splitTemplate } from "./template";

/**
 * Parses a template, as the texts in Terraform's JSON configuration are.
 * @param resolveEscapes resolves escapes in the text around the interpolations
 * @throws NotUnderstood
 */
export function parseTemplate(template: string, resolveEscapes = (text: string) => text): Expression {
  const parts = splitTemplate(template).map((part) =>
    "text" in part ? resolveEscapes(part.text) : parseExpression(part.code),
  );
  const [first] = parts;
  if (first === undefined) return { kind: "literal", value: "" };
  // An interpolation alone is its value, of whatever type.
  if (parts.length === 1) return typeof first === "string" ? { kind: "literal", value: first } : first;
  return { kind: "template", parts };
}

/** @throws NotUnderstood */
function parseExpression(code: string): Expression {
  if (PATH.test(code)) return parsePath(code);
  const parser = new Parser(code);
  const expression = parser.expression();
  parser.end();
  return expression;
}

/** `aws_lb.web.arn`: what nearly every interpolation of a program is, told without a parser. */
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/;

function parsePath(code: string): Expression {
  const [root = "", ...names] = code.split(".");
  return { kind: "traversal", root, steps: names.map((name) => ({ kind: "attribute", name })), code };
}

/** From the loosest to the tightest. */
const OPERATORS = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]] as const;
const WORDS: { readonly [word: string]: null | boolean } = { true: true, false: false, null: null };
const NAME = /[A-Za-z_][\w-]*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const ESCAPES: { readonly [letter: string]: string } = { n: "\n", r: "\r", t: "\t" };

class Parser {
  private at = 0;

  constructor(private readonly code: string) {
    this.match(SPACE);
  }

  expression(): Expression {
    const start = this.at;
    const expression = this.conditional();
    return { ...expression, code: this.code.slice(start, this.at).trim() };
  }

  end(): void {
    if (this.at < this.code.length) throw this.notUnderstood();
  }

  private conditional(): Expression {
    const condition = this.binary(0);
    if (!this.take("?")) return condition;
    const whenTrue = this.expression();
    this.expect(":");
    return { kind: "conditional", condition, whenTrue, whenFalse: this.expression() };
  }

  private binary(level: number): Expression {
    const operators = OPERATORS[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators.find((candidate) => this.take(candidate));
      if (operator === undefined) return left;
      left = { kind: "binary", operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Expression {
    const operator = ["!", "-"].find((candidate) => this.take(candidate));
    return operator === undefined ? this.accessed() : { kind: "unary", operator, operand: this.unary() };
  }

  private accessed(): Expression {
    const of = this.primary();
    const steps = this.steps();
    if (of.kind === "traversal") return { ...of, steps };
    return steps.length === 0 ? of : { kind: "access", of, steps };
  }

  private steps(): readonly Step[] {
    const steps: Step[] = [];
    for (;;) {
      if (this.take("[")) {
        if (this.take("*")) steps.push({ kind: "splat" });
        else steps.push({ kind: "index", key: this.expression() });
        this.expect("]");
      } else if (this.take(".")) {
        if (this.take("*")) steps.push({ kind: "splat" });
        else steps.push({ kind: "attribute", name: this.match(/[\w-]+/y) ?? this.fail() });
      } else {
        return steps;
      }
    }
  }

  private primary(): Expression {
    if (this.code[this.at] === '"') return this.quoted();
    if (this.take("(")) return this.closed(this.expression(), ")");
    if (this.take("[")) return { kind: "tuple", elements: this.list("]", () => this.expression()) };
    if (this.take("{")) return { kind: "object", entries: this.list("}", () => this.entry()) };
    const number = this.match(NUMBER);
    if (number !== undefined) return { kind: "literal", value: Number(number) };
    const name = this.match(NAME) ?? this.fail();
    if (name === "for") throw this.notUnderstood();
    if (this.take("(")) return { kind: "call", name, arguments: this.list(")", () => this.expression()) };
    const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
    return word === undefined ? { kind: "traversal", root: name, steps: [] } : { kind: "literal", value: word };
  }

  private entry(): readonly [Expression, Expression] {
    const name = this.match(NAME);
    if (name === "for") throw this.notUnderstood();
    const key: Expression = name === undefined ? this.expression() : { kind: "literal", value: name };
    if (!this.take("=") && !this.take(":")) throw this.notUnderstood();
    return [key, this.expression()];
  }

  private quoted(): Expression {
    const end = endOfQuote(this.code, this.at + 1);
    const text = this.code.slice(this.at + 1, end);
    this.at = end + 1;
    this.match(SPACE);
    return parseTemplate(text, unescapeQuoted);
  }

  private list<T>(close: string, element: () => T): readonly T[] {
    const elements: T[] = [];
    while (!this.take(close)) {
      elements.push(element());
      if (!this.take(",") && this.code[this.at] !== close && close !== "}") throw this.notUnderstood();
    }
    return elements;
  }

  private closed<T>(inner: T, close: string): T {
    this.expect(close);
    return inner;
  }

  private take(token: string): boolean {
    if (!this.code.startsWith(token, this.at)) return false;
    this.at += token.length;
    this.match(SPACE);
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw this.notUnderstood();
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [text] = pattern.exec(this.code) ?? [];
    if (text === undefined) return undefined;
    this.at += text.length;
    if (pattern !== SPACE) this.match(SPACE);
    return text;
  }

  private fail(): never {
    throw this.notUnderstood();
  }

  private notUnderstood(): NotUnderstood {
    return new NotUnderstood(this.code.slice(this.at));
  }
}

/** Resolves the escapes of a text between quotes. */
function unescapeQuoted(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/g, (_, code: string | undefined, character: string) =>
    code === undefined ? (ESCAPES[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
