import type { ServiceFact } from "../../../plan/facts/services";
import type { Plan } from "../../../plan/plan";
import { allOf, judge, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { instanceServices } from "../../vocabulary/services";
import { smallestInstance, taskSize } from "../../vocabulary/task-sizes";

export const taskFitsSmallestInstance: Check = (plan) =>
  instanceServices(plan).flatMap((fact) => judgeService(plan, fact));

function judgeService(plan: Plan, { service, taskDefinition, capacityProviders }: ServiceFact): readonly Judgement[] {
  const { address } = service;
  const groups = ecsGroups(plan).filter((group) =>
    group.capacityProviders.some((provider) => capacityProviders.includes(provider)),
  );
  if (taskDefinition === undefined || groups.length === 0) return [];
  const task = taskSize(plan, taskDefinition);
  if (task === undefined) return [undecided(address, "how large its task is is known only at apply")];
  return [
    allOf(
      address,
      groups.map((group) => {
        const instance = smallestInstance(group);
        if (instance === undefined)
          return undecided(address, `how large the instances of ${group.group.address} are isn't known`);
        return judge(
          address,
          task.cpuUnits <= instance.cpuUnits && task.memoryMiB <= instance.memoryMiB,
          `its task takes ${task.cpuUnits} CPU units and ${task.memoryMiB} MiB; the smallest instance type of ${group.group.address} has ${instance.cpuUnits} and ${instance.memoryMiB} at most`,
        );
      }),
    ),
  ];
}
