import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { clustersOnInstances } from "../../vocabulary/watched";

export const memoryReservedAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "memory that is nearly all reserved",
    subjects: clustersOnInstances(plan),
    dimensions: ["ClusterName"],
    well: { "AWS/ECS MemoryReservation": 60 },
    ill: { "AWS/ECS MemoryReservation": 98 },
    withinMinutes: 120,
  });
