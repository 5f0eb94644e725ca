import { oneOf } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";

export const containerInsights: Check = (plan) =>
  plan.resources("aws_ecs_cluster").map((cluster) => {
    const setting = cluster.blocks("setting").find((block) => block.get("name") === "containerInsights");
    return judgeValue(cluster.address, "containerInsights", setting?.get("value"), oneOf("enabled", "enhanced"));
  });
