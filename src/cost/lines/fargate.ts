import type { PriceBook } from "../../catalogue/price-book";
import { HOURS_A_MONTH } from "../../catalogue/prices";
import type { Plan } from "../../plan/plan";
import { type FargateService, fargateServicesOf } from "../../stress/facts/services";
import type { Draft } from "../line";

/** What services on Fargate cost with as few tasks as there may be. */
export function fargateDrafts(plan: Plan, book: PriceBook): readonly Draft[] {
  return fargateServicesOf(plan).flatMap((service) => draftsOf(service, book));
}

function draftsOf({ address, task, fewestTasks, isArm }: FargateService, { prices }: PriceBook): readonly Draft[] {
  const size = fargateSize(task.cpuUnits, task.memoryMiB);
  const of = `${fewestTasks} tasks of ${address}`;
  const hours = fewestTasks * HOURS_A_MONTH;
  return [
    {
      kind: "vCPUs on Fargate",
      of,
      quantity: hours * size.vcpus,
      price: isArm ? prices.fargateVcpuArm : prices.fargateVcpu,
    },
    {
      kind: "memory on Fargate",
      of,
      quantity: hours * size.memoryGB,
      price: isArm ? prices.fargateGBArm : prices.fargateGB,
    },
  ];
}

/** Fargate's sizes: vCPUs, and the least, the most and the steps of memory in GB. ECS developer guide, fargate-tasks-services. */
const SIZES: readonly (readonly [vcpus: number, least: number, most: number, step: number])[] = [
  [0.25, 0.5, 2, 0.5],
  [0.5, 1, 4, 1],
  [1, 2, 8, 1],
  [2, 4, 16, 1],
  [4, 8, 30, 1],
  [8, 16, 60, 4],
  [16, 32, 120, 8],
];

/** The smallest size of Fargate's that holds a task; the largest where none does. */
export function fargateSize(
  cpuUnits: number,
  memoryMiB: number,
): { readonly vcpus: number; readonly memoryGB: number } {
  const [vcpusWanted, memoryWanted] = [cpuUnits / 1024, memoryMiB / 1024];
  const fitting = SIZES.find(([vcpus, , most]) => vcpus >= vcpusWanted && most >= memoryWanted);
  const [vcpus, least, most, step] = fitting ?? (SIZES.at(-1) as (typeof SIZES)[number]);
  const memoryGB = Math.min(most, Math.max(least, Math.ceil(memoryWanted / step) * step));
  return { vcpus, memoryGB: vcpus === 0.25 && memoryGB === 1.5 ? 2 : memoryGB };
}
