import { comesFromOutside } from "../../../plan/outside";
import type { Block, Plan } from "../../../plan/plan";
import { failed, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { allRoutes, isDefaultRoute, leadsTo, rangesOfRoute } from "../../vocabulary/routes";

export const peeringRoutesNarrow: Check = (plan) =>
  allRoutes(plan)
    .filter(({ route }) => leadsTo(route, "vpc_peering_connection_id"))
    .map(({ address, route }) => judgeRoute(plan, address, route));

function judgeRoute(plan: Plan, address: string, route: Block): Judgement {
  if (isDefaultRoute(route)) return failed(address, "it sends all that is for the internet to a peered VPC");
  return rangesOfRoute(route).some((range) => comesFromOutside(plan, range))
    ? undecided(address, "what it sends to a peered VPC is known only at apply")
    : passed(address);
}
