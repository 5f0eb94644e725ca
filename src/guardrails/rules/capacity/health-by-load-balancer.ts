import { capacityGroups } from "../../../plan/facts/capacity";
import type { Plan, Resource } from "../../../plan/plan";
import { listOf, Unknown } from "../../../plan/value";
import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

/** What registers the instances of a group with a load balancer. */
const ATTACHMENTS = ["aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"];

/** Groups whose instances answer requests themselves; ECS registers tasks, and replaces them itself. */
export const healthByLoadBalancer: Check = (plan) => {
  const ecs = new Set(ecsGroups(plan).map(({ group }) => group));
  const attached = plan.referenced(
    plan.resources(...ATTACHMENTS).flatMap((attachment) => listOf(attachment.get("autoscaling_group_name"))),
    "aws_autoscaling_group",
  );
  return capacityGroups(plan)
    .map(({ group }) => group)
    .filter((group) => !ecs.has(group) && (attached.includes(group) || isRegistered(plan, group)))
    .map((group) => judgeAttribute(group, "health_check_type", equals("ELB"), "EC2"));
};

const isRegistered = (plan: Plan, group: Resource) =>
  ["target_group_arns", "load_balancers", "traffic_source.identifier"].some((path) => {
    const value = group.get(path);
    return value instanceof Unknown ? plan.referenced(value).length > 0 : listOf(value).length > 0;
  });
