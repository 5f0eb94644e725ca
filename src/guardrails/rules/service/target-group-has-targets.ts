import { services } from "../../../plan/facts/services";
import type { Plan } from "../../../plan/plan";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

/** What else sends targets to a group, and by what attribute. */
const SENDERS: { readonly [type: string]: string } = {
  aws_lb_target_group_attachment: "target_group_arn",
  aws_autoscaling_attachment: "lb_target_group_arn",
  aws_autoscaling_group: "target_group_arns",
  aws_autoscaling_traffic_source_attachment: "traffic_source.identifier",
};

/** In plans with services: elsewhere something else than ECS, Kubernetes perhaps, sends the targets. */
export const targetGroupHasTargets: Check = (plan) => {
  const all = services(plan);
  if (all.length === 0) return [];
  const fed = new Set([...all.flatMap(({ targetGroups }) => targetGroups), ...otherwiseFed(plan)]);
  const named = all.map(({ service }) => service.get("load_balancer"));
  return plan
    .resources("aws_lb_target_group")
    .filter((group) => group.get("target_type") !== "lambda")
    .map((group) => judge(group.address, fed.has(group), "no service has it in load_balancer"))
    .map((judgement) => unlessOpen(plan, judgement, ...named));
};

const otherwiseFed = (plan: Plan) =>
  Object.entries(SENDERS).flatMap(([type, attribute]) =>
    plan.resources(type).flatMap((sender) => plan.referenced(sender.get(attribute), "aws_lb_target_group")),
  );
