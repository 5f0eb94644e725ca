import { isList } from "../../../plan/value";
import { known } from "../../expectation";
import type { Check } from "../../rule";
import { isEssential, judgeContainerAttribute } from "../../vocabulary/containers";

/** Succeeds whatever the container's state. */
const TRIVIAL = /^(exit 0|true|:|\/bin\/true)$/;

const COMMAND = known("a command that can fail", (value) => {
  if (!isList(value)) return false;
  const [kind, ...command] = value.map(String);
  return kind !== undefined && kind !== "NONE" && !TRIVIAL.test(command.join(" ").trim());
});

export const healthCheck: Check = (plan) => judgeContainerAttribute(plan, "healthCheck.command", COMMAND, isEssential);
