import type { CapacityGroup } from "../../../plan/facts/capacity";
import { Unknown } from "../../../plan/value";
import { allOf, judge, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { readInstanceType } from "../../vocabulary/instance-types";

export const instanceTypesAlike: Check = (plan) =>
  ecsGroups(plan)
    .filter(({ instanceTypes }) => instanceTypes.length > 1)
    .map(judgeTypes);

function judgeTypes({ group: { address }, instanceTypes }: CapacityGroup): Judgement {
  const named = instanceTypes.flatMap((type) => (typeof type === "string" ? (readInstanceType(type) ?? []) : []));
  const distinct = (values: readonly (number | string | undefined)[]) =>
    [...new Set(values)].filter((value) => value !== undefined);
  const aspects = [
    { what: "sizes", values: distinct(named.map(({ size }) => size)) },
    { what: "architectures", values: distinct(named.map(({ architecture }) => architecture)) },
    { what: "GiB of memory a vCPU", values: distinct(named.map(({ memoryRatio }) => memoryRatio)) },
  ];
  const known = aspects.map(({ what, values }) =>
    judge(address, values.length <= 1, `its instance types are of unequal ${what}: ${values.join(", ")}`),
  );
  const open = instanceTypes.filter((type) => type instanceof Unknown);
  return allOf(address, [...known, ...open.map(() => undecided(address, "an instance type is known only at apply"))]);
}
