import { known } from "../../expectation";
import type { Check } from "../../rule";
import { judgeContainerAttribute, sendsToCloudWatch } from "../../vocabulary/containers";

const LEAST_MIB = 4;
const MIB: { readonly [unit: string]: number } = { "": 1 / 1024 / 1024, k: 1 / 1024, m: 1, g: 1024 };

const enough = known(`${LEAST_MIB}m or more`, (value) => {
  const [, size, unit = ""] = /^(\d+)([kmg]?)b?$/i.exec(String(value)) ?? [];
  return Number(size) * (MIB[unit.toLowerCase()] ?? 0) >= LEAST_MIB;
});

export const logBuffer: Check = (plan) =>
  judgeContainerAttribute(plan, "logConfiguration.options.max-buffer-size", enough, sendsToCloudWatch);
