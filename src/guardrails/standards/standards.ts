import type { Rule } from "../rule";
import type { Catalogue, ForeignCheck } from "./catalogue";
import { checkov, checkovAdjacent } from "./checkov";
import { foundational, furtherControls } from "./security-hub";
import { prowler, trivy } from "./trivy-and-prowler";

/** What the rules are measured against. */
export const CATALOGUES: readonly Catalogue[] = [
  checkov,
  checkovAdjacent,
  foundational,
  furtherControls,
  trivy,
  prowler,
];

/** The rules that find what a check finds: those whose references name it, so that there is no second list to keep. */
export function rulesFor({ id }: ForeignCheck, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ references }) => references.includes(id));
}

/** The references of a rule that name a check of a catalogue, not a page. */
export function foreignIds({ references }: Rule): readonly string[] {
  return references.filter((reference) => !/^https?:/.test(reference));
}
