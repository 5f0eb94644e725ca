import { isSet } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const imageOwnerNamed: Check = (plan) =>
  plan.dataSources("aws_ami").map((image) => judgeAttribute(image, "owners", isSet));
