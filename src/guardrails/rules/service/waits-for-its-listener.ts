import { services } from "../../../plan/facts/services";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { dependenciesOf } from "../../vocabulary/dependencies";
import { sendersByTargetGroup } from "../../vocabulary/load-balancers";

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
