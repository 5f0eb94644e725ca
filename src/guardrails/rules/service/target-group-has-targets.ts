import { services } from "../../../plan/facts/services";
import type { Plan } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** What else sends targets to a group, and by what attribute. */
const SENDERS: { readonly [type: string]: string } = {
  aws_lb_target_group_attachment: "target_group_arn",
  aws_autoscaling_attachment: "lb_target_group_arn",
  aws_autoscaling_group: "target_group_arns",
  aws_autoscaling_traffic_source_attachment: "traffic_source.identifier",
};

export const targetGroupHasTargets: Check = (plan) => {
  const fed = new Set([...services(plan).flatMap(({ targetGroups }) => targetGroups), ...otherwiseFed(plan)]);
  return plan
    .resources("aws_lb_target_group")
    .filter((group) => group.get("target_type") !== "lambda")
    .map((group) => judge(group.address, fed.has(group), "no service has it in load_balancer"));
};

const otherwiseFed = (plan: Plan) =>
  Object.entries(SENDERS).flatMap(([type, attribute]) =>
    plan.resources(type).flatMap((sender) => plan.referenced(sender.get(attribute), "aws_lb_target_group")),
  );
