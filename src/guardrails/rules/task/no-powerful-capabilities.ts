import { listOf } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { isOnLinux, judgeContainers, valueAt } from "../../vocabulary/containers";

/** Those that make a process on the instance's kernel as good as root of it, or of its network. */
const POWERFUL = [
  "ALL",
  "BPF",
  "DAC_READ_SEARCH",
  "MAC_ADMIN",
  "NET_ADMIN",
  "NET_RAW",
  "SYS_ADMIN",
  "SYS_BOOT",
  "SYS_MODULE",
  "SYS_PTRACE",
  "SYS_RAWIO",
];

export const noPowerfulCapabilities: Check = (plan) =>
  judgeContainers(plan, (definition, fact, what) => {
    if (!isOnLinux(fact)) return [];
    const added = listOf(valueAt(definition, "linuxParameters.capabilities.add")).filter((capability) =>
      POWERFUL.includes(String(capability).toUpperCase().replace(/^CAP_/, "")),
    );
    return judge(fact.taskDefinition.address, added.length === 0, `${what} has the capability ${added.join(", ")}`);
  });
