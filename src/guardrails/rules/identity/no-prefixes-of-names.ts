import { policyStatements, type Statement } from "../../../plan/facts/policies";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { textOf } from "../../vocabulary/permissions";

/** A reference to an ARN that a wildcard follows at once. */
const CONTINUED = /\.arn\}[*?]/;

export const noPrefixesOfNames: Check = (plan) =>
  policyStatements(plan).map(({ resource: { address }, attribute, statements }) => {
    if (statements instanceof Unknown) return undecided(address, `${attribute} is known only at apply`);
    const found = statements.flatMap(textsOf).filter((text) => CONTINUED.test(text));
    return judge(address, found.length === 0, `${attribute} names ${found.join(", ")}`);
  });

const textsOf = ({ resources, notResources, principals, conditions }: Statement) =>
  [...resources, ...notResources, ...[...principals, ...conditions].flatMap(({ values }) => values)].map(textOf);
