import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { secretParameters } from "../../vocabulary/parameters";

export const parametersEncrypted: Check = (plan) =>
  secretParameters(plan).map((parameter) => judgeAttribute(parameter, "type", equals("SecureString")));
