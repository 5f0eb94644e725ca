import { judge } from "../../judge";
import type { Check } from "../../rule";
import { allRoutes, isDefaultRoute, leadsTo } from "../../vocabulary/routes";

export const noNatInstances: Check = (plan) =>
  allRoutes(plan)
    .filter(({ route }) => isDefaultRoute(route))
    .map(({ address, route }) =>
      judge(address, !TARGETS.some((target) => leadsTo(route, target)), "its default route leads to an instance"),
    );

/** An instance itself (before version 4 of the provider), or its network interface. */
const TARGETS = ["instance_id", "network_interface_id"];
