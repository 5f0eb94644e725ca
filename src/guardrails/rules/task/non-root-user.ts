import { matches } from "../../expectation";
import type { Check } from "../../rule";
import { isOnLinux, judgeContainerAttribute } from "../../vocabulary/containers";

const NOT_ROOT = matches(/^(?!(root|0+)(:|$)).+/, "a user other than root");

export const nonRootUser: Check = (plan) => judgeContainerAttribute(plan, "user", NOT_ROOT, isOnLinux);
