import { services } from "../../../plan/facts/services";
import type { Plan, Resource } from "../../../plan/plan";
import { dependenciesOf } from "../../dependencies";
import { judge } from "../../judge";
import type { Check } from "../../rule";

const LISTENERS = ["aws_lb_listener", "aws_lb_listener_rule", "aws_alb_listener", "aws_alb_listener_rule"];

export const waitsForItsListener: Check = (plan) =>
  services(plan).flatMap(({ service, targetGroups }) => {
    const found = dependenciesOf(plan, service);
    return targetGroups.flatMap((group) => {
      const listeners = listenersOf(plan, group);
      if (listeners.length === 0) return [];
      const names = listeners.map(({ address }) => address);
      return [
        judge(
          service.address,
          names.some((address) => found.has(address)),
          `it doesn't depend on ${names.join(" or ")}, which joins ${group.address} to a load balancer`,
        ),
      ];
    });
  });

function listenersOf(plan: Plan, group: Resource): readonly Resource[] {
  return plan
    .resources(...LISTENERS)
    .filter((listener) =>
      ["default_action", "action"]
        .flatMap((path) => listener.blocks(path))
        .some((action) =>
          plan.referenced(action.values, "aws_lb_target_group").some(({ address }) => address === group.address),
        ),
    );
}
