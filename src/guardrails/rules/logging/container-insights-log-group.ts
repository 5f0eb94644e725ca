import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

/** Left to itself, AWS makes the group when the first figures come. */
export const containerInsightsLogGroup: Check = (plan) => {
  const groups = plan.resources("aws_cloudwatch_log_group").map((group) => group.get("name"));
  return plan
    .resources("aws_ecs_cluster")
    .filter((cluster) =>
      cluster
        .blocks("setting")
        .some((setting) => setting.get("name") === "containerInsights" && setting.get("value") !== "disabled"),
    )
    .map((cluster) => {
      const name = cluster.get("name");
      const wanted = `/aws/ecs/containerinsights/${name}/performance`;
      const judgement = judge(
        cluster.address,
        groups.includes(wanted),
        `no aws_cloudwatch_log_group is named ${wanted}`,
      );
      return unlessOpen(plan, judgement, name, ...groups);
    });
};
