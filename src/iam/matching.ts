import { isAttribute, isOwnArn, type Token } from "./text";
import type { Truth } from "./truth";

/** Whether a text is one of those that a pattern stands for. */
export function matches(pattern: readonly Token[], text: readonly Token[]): Truth {
  if (pattern.some(({ kind }) => kind === "nothing")) return false;
  if (match(pattern, text, isSurely)) return true;
  if (![...pattern, ...text].some(({ kind }) => kind === "reference")) return false;
  if (areDifferentResources(pattern, text)) return false;
  return match(pattern, text, isPerhaps) ? "undecided" : false;
}

/** Without the difference of upper and lower case. */
export const folded = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token) => (token.kind === "character" ? { ...token, text: token.text.toLowerCase() } : token));

/** How two tokens, one of the pattern and one of the text, meet. */
interface Meeting {
  /** Whether one stands for the other. */
  readonly meets: (pattern: Token, text: Token) => boolean;
  /** Whether it may stand for any number of the other's tokens. */
  readonly isLong: (token: Token) => boolean;
}

const isStar = (token: Token) => token.kind === "wildcard" && token.text === "*";

/** Whatever the references stand for. */
const isSurely: Meeting = {
  isLong: isStar,
  meets: (pattern, text) => {
    if (pattern.kind === "wildcard") return text.kind === "character";
    if (pattern.kind === "character") return text.kind === "character" && pattern.text === text.text;
    return isSame(pattern, text);
  },
};

/** For something that the references may stand for. */
const isPerhaps: Meeting = {
  isLong: (token) => isStar(token) || token.kind === "reference",
  meets: isSurely.meets,
};

function isSame(pattern: Token, text: Token): boolean {
  return (
    pattern.kind === "reference" && text.kind === "reference" && pattern.code === text.code && isAttribute(pattern.code)
  );
}

function areDifferentResources(pattern: readonly Token[], text: readonly Token[]): boolean {
  const [own, other] = [pattern, text].map((tokens) => (tokens.length === 1 ? tokens[0] : undefined));
  return (
    own?.kind === "reference" &&
    other?.kind === "reference" &&
    own.code !== other.code &&
    isOwnArn(own.code) &&
    isOwnArn(other.code)
  );
}

/** Two texts meet one by one as long as neither has a token that stands for any number: most that differ do so early. */
function match(pattern: readonly Token[], text: readonly Token[], { meets, isLong }: Meeting): boolean {
  let from = 0;
  for (; from < Math.min(pattern.length, text.length); from += 1) {
    const [own, other] = [pattern[from] as Token, text[from] as Token];
    if (isLong(own) || isLong(other)) break;
    if (!meets(own, other)) return false;
  }
  return matchAny(pattern.slice(from), text.slice(from), { meets, isLong });
}

/** Goes through both at once: `row[j]` says whether the pattern so far meets the first j tokens of the text. */
function matchAny(pattern: readonly Token[], text: readonly Token[], { meets, isLong }: Meeting): boolean {
  let row = [true];
  for (const [j, token] of text.entries()) row.push(row[j] === true && isLong(token));
  for (const own of pattern) {
    const next = [row[0] === true && isLong(own)];
    for (const [j, token] of text.entries()) {
      const both = row[j] === true && meets(own, token);
      const longer = isLong(own) && (next[j] === true || row[j + 1] === true);
      const swallowed = isLong(token) && (next[j] === true || row[j + 1] === true);
      next.push(both || longer || swallowed);
    }
    row = next;
  }
  return row[text.length] === true;
}
