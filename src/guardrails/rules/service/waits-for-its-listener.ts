import { services } from "../../../plan/facts/services";
import { dependenciesOf } from "../../dependencies";
import { judge } from "../../judge";
import { sendersByTargetGroup } from "../../load-balancers";
import type { Check } from "../../rule";

export const waitsForItsListener: Check = (plan) =>
  services(plan).flatMap(({ service, targetGroups }) => {
    const found = dependenciesOf(plan, service);
    return targetGroups.flatMap((group) => {
      const listeners = sendersByTargetGroup(plan).get(group) ?? [];
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
