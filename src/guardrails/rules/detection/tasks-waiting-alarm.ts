import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { instanceServices } from "../../vocabulary/services";

export const tasksWaitingAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "tasks that wait to start",
    subjects: instanceServices(plan).map(({ service }) => service),
    dimensions: ["ServiceName"],
    well: { "ECS/ContainerInsights PendingTaskCount": 0 },
    ill: { "ECS/ContainerInsights PendingTaskCount": 4 },
    withinMinutes: 60,
    patienceMinutes: 5,
  });
