import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { clustersOnInstances } from "../../vocabulary/watched";

export const cpuReservedAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "CPU that is nearly all reserved",
    subjects: clustersOnInstances(plan),
    dimensions: ["ClusterName"],
    well: { "AWS/ECS CPUReservation": 60 },
    ill: { "AWS/ECS CPUReservation": 98 },
    withinMinutes: 120,
  });
