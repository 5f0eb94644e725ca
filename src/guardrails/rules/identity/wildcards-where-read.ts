import { policyStatements, type Statement } from "../../../plan/facts/policies";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { textOf } from "../../vocabulary/permissions";

/** The others are `…Like`, and those for ARNs, which read wildcards by either name. */
const LITERAL = /^(ForA(ny|ll)Values?:)?String(Not)?Equals/;

export const wildcardsWhereRead: Check = (plan) =>
  policyStatements(plan).map(({ resource: { address }, attribute, statements }) => {
    if (statements instanceof Unknown) return undecided(address, `${attribute} is known only at apply`);
    const literal = statements.flatMap(literalWildcards);
    return judge(address, literal.length === 0, `${attribute} compares with ${literal.join(", ")} as they are written`);
  });

const literalWildcards = ({ conditions }: Statement): readonly string[] =>
  conditions
    .filter(({ operator }) => LITERAL.test(operator))
    .flatMap(({ key, values }) =>
      values
        .map(textOf)
        // A variable of IAM's own is no wildcard: `${*}` is how a policy writes the character.
        .filter((text) => /[*?]/.test(text.replaceAll(/\$\{[^}]*\}/g, "")))
        .map((text) => `${key} ${text}`),
    );
