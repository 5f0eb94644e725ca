import { expectEquivalent } from "../support/equivalence";
import { fixturePlan } from "../support/plan";

test("a configuration and Terraform's plan of it say the same of every argument", () => {
  expectEquivalent(fixturePlan("miniature/main.tf.json"), fixturePlan("miniature/plan.json"));
});
