import { describe } from "../../expectation";
import { judge } from "../../judge";
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
    .flatMap((cluster) => {
      const name = cluster.get("name");
      if (typeof name !== "string") return [];
      const wanted = `/aws/ecs/containerinsights/${name}/performance`;
      return judge(
        cluster.address,
        groups.includes(wanted),
        `no aws_cloudwatch_log_group is named ${describe(wanted)}`,
      );
    });
};
