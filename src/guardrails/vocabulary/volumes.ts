import type { Plan } from "../../plan/plan";
import type { MaybeValue } from "../../plan/value";
import type { Expectation } from "../expectation";
import { allOf, judgeValue } from "../judge";
import type { Judgement } from "../rule";

const EBS = "block_device_mappings.ebs";

/**
 * Judges an attribute of the volumes that each launch template names.
 * @param providerDefault what EC2 takes where it isn't set
 */
export function judgeVolumes(
  plan: Plan,
  attribute: string,
  expectation: Expectation,
  providerDefault?: MaybeValue,
): readonly Judgement[] {
  return plan.resources("aws_launch_template").flatMap((template) => {
    const { address } = template;
    const judgements = template
      .blocks(EBS)
      .map((volume) =>
        judgeValue(address, `${EBS}.${attribute}`, volume.get(attribute) ?? providerDefault, expectation),
      );
    return judgements.length === 0 ? [] : [allOf(address, judgements)];
  });
}
