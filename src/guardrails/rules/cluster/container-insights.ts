import { oneOf } from "../../expectation";
import { judgeValue, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

export const containerInsights: Check = (plan) =>
  plan.resources("aws_ecs_cluster").map((cluster) => {
    const setting = cluster.blocks("setting").find((block) => block.get("name") === "containerInsights");
    const judgement = judgeValue(
      cluster.address,
      "containerInsights",
      setting?.get("value"),
      oneOf("enabled", "enhanced"),
    );
    return unlessOpen(plan, judgement, cluster.get("setting"));
  });
