import type { Block, Plan, Resource } from "../../plan/plan";
import type { Expectation } from "../expectation";
import { allOf, failed, judgeCompanion, judgeValue, unlessOpen } from "../judge";
import type { Judgement } from "../rule";

/** Judges an attribute of a bucket's lifecycle rules: one in force for the whole bucket sets it, and as expected. */
export function judgeLifecycle(plan: Plan, bucket: Resource, path: string, expectation: Expectation): Judgement {
  return judgeCompanion(plan, bucket, "aws_s3_bucket_lifecycle_configuration", "bucket", (configuration) => {
    const values = configuration
      .blocks("rule")
      .filter(isForWholeBucket)
      .map((rule) => rule.get(path))
      .filter((value) => value !== undefined);
    if (values.length === 0) {
      const judgement = failed(configuration.address, `no enabled rule for the whole bucket has ${path}`);
      return unlessOpen(
        plan,
        judgement,
        ...["rule.status", "rule.filter", "rule.prefix"].map((of) => configuration.get(of)),
      );
    }
    return allOf(
      configuration.address,
      values.map((value) => judgeValue(configuration.address, path, value, expectation)),
    );
  });
}

function isForWholeBucket(rule: Block): boolean {
  const sizes = ["filter.object_size_greater_than", "filter.object_size_less_than"];
  return (
    rule.get("status") === "Enabled" &&
    ["prefix", "filter.prefix", ...sizes].every((path) => ["", undefined].includes(rule.get(path) as string)) &&
    ["filter.tag", "filter.and"].every((path) => rule.blocks(path).length === 0)
  );
}
