import { policyStatements, type Statement } from "../../../plan/facts/policies";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { textOf } from "../../vocabulary/permissions";
import { coversArn } from "../../vocabulary/statements";

export const resourcesNotRepeated: Check = (plan) =>
  policyStatements(plan).map(({ resource: { address }, attribute, statements }) => {
    if (statements instanceof Unknown) return undecided(address, `${attribute} is known only at apply`);
    const found = statements.flatMap(covered);
    return judge(address, found.length === 0, `${attribute}: ${found.join("; ")}`);
  });

/** Of its resources, and of the values of each of its conditions on ARNs. */
function covered({ resources, conditions }: Statement): readonly string[] {
  const lists = [resources, ...conditions.filter(({ operator }) => /Arn/.test(operator)).map(({ values }) => values)];
  return lists.flatMap((list) => {
    const texts = list.map(textOf);
    return texts
      .filter((text) => /[*?]/.test(text))
      .flatMap((wide) =>
        texts.filter((text) => text !== wide && coversArn(wide, text)).map((text) => `${wide} has ${text} in it`),
      );
  });
}
