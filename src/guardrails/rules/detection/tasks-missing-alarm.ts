import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { instanceServices } from "../../vocabulary/services";

export const tasksMissingAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "fewer running tasks than desired",
    subjects: instanceServices(plan).map(({ service }) => service),
    dimensions: ["ServiceName"],
    well: { "ECS/ContainerInsights DesiredTaskCount": 4, "ECS/ContainerInsights RunningTaskCount": 4 },
    ill: { "ECS/ContainerInsights DesiredTaskCount": 4, "ECS/ContainerInsights RunningTaskCount": 2 },
    withinMinutes: 30,
    patienceMinutes: 5,
  });
