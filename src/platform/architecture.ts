import { type InstanceType, instanceType } from "../catalogue/instance-types";
import type { Environment } from "../environments/schema";

/** Processor architecture of the environment's instances, whose types are all of one. */
export function architecture({ capacity }: Environment): InstanceType["architecture"] {
  const isArm = capacity.instanceTypes.some((name) => instanceType(name)?.architecture === "arm64");
  return isArm ? "arm64" : "x86_64";
}
