import type { Check, Judgement } from "../../src/guardrails/rule";
import { readPlan } from "../../src/plan/read";
import { synthesized } from "./synthesized";
import { TerraformJson } from "./terraform-json";

export interface Case {
  /** Address that the rule must name. */
  readonly at: string;
  readonly edit: (json: TerraformJson) => void;
}

export interface RuleCases {
  /**
   * Environment whose untouched stacks the rule passes on, and which the cases edit.
   * @default "production"
   */
  readonly environment?: string;
  /**
   * Whether the untouched stacks have nothing that the rule is about.
   * @default false
   */
  readonly absent?: boolean;
  /** What the rule must find: a sentence of what is wrong, and the edit that makes it so. At least one. */
  readonly fails: { readonly [sentence: string]: Case };
  /** What can't be known before apply. @default - none */
  readonly undecided?: { readonly [sentence: string]: Case };
  /** What is waived. @default - none */
  readonly waived?: { readonly [sentence: string]: Case };
  /** Other ways to keep the rule, and what it doesn't apply to. @default - none */
  readonly passes?: { readonly [sentence: string]: (json: TerraformJson) => void };
}

/** Tests a rule on the synthesized stacks of an environment: untouched they pass, and each edit is found where it is. */
export function testRule(id: string, cases: RuleCases): void {
  if (Object.keys(cases.fails).length === 0) throw new Error(`${id}: a rule that nothing fails protects nothing`);
  const environment = cases.environment ?? "production";
  const check = checkOf(id);
  const judged = (edit: (json: TerraformJson) => void): readonly Judgement[] => {
    const json = new TerraformJson(synthesized(environment));
    edit(json);
    return [...json.documents.values()].flatMap((document) => check(readPlan(document)));
  };
  const notPassed = (judgements: readonly Judgement[]) => judgements.filter(({ verdict }) => verdict !== "passed");

  describe(id, () => {
    test(`${environment} as it is keeps it`, () => {
      const judgements = judged(() => {});
      expect(judgements.length === 0).toBe(cases.absent ?? false);
      expect(notPassed(judgements)).toEqual([]);
    });

    for (const [sentence, edit] of Object.entries(cases.passes ?? {})) {
      test(`is kept: ${sentence}`, () => expect(notPassed(judged(edit))).toEqual([]));
    }

    const { fails, undecided = {}, waived = {} } = cases;
    for (const [verdict, group] of Object.entries({ failed: fails, undecided, waived })) {
      for (const [sentence, { at, edit }] of Object.entries(group)) {
        test(`${verdict}: ${sentence}`, () => {
          const judgements = judged(edit);
          expect(judgements).toContainEqual(expect.objectContaining({ address: at, verdict }));
          // A finding without words is none.
          expect(notPassed(judgements).filter(({ detail }) => !detail)).toEqual([]);
        });
      }
    }
  });
}

/** The rule's own file alone, not the table: a rule's test is as fast as the rule. The table's test holds the two together. */
function checkOf(id: string): Check {
  const [check]: readonly Check[] = Object.values(require(`../../src/guardrails/rules/${id}`));
  if (check === undefined) throw new Error(`src/guardrails/rules/${id}.ts exports no check`);
  return check;
}
