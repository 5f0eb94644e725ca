import type { Block, Plan, Resource } from "../../../plan/plan";
import { isInternet } from "../../addresses";
import { ingressByGroup } from "../../compute";
import { equals, oneOf } from "../../expectation";
import { includes, rangesOf } from "../../group-rules";
import { allOf, failed, judgeValue } from "../../judge";
import { listeners, listenersOf, publicLoadBalancers, rulesOf } from "../../load-balancers";
import type { Check, Judgement } from "../../rule";

export const httpRedirects: Check = (plan) => [
  ...listeners(plan, "HTTP").map((listener) => {
    const ports = httpsPorts(plan, listener);
    return allOf(listener.address, [
      ...judgeActions(listener, "default_action", ports),
      ...rulesOf(plan, listener).flatMap((rule) => judgeActions(rule, "action", ports)),
    ]);
  }),
  ...publicLoadBalancers(plan)
    .filter((balancer) => isOpen(plan, balancer) && listenersOf(plan, balancer, "HTTP").length === 0)
    .map(({ address }) => failed(address, `its group lets the internet in on ${HTTP}, where no listener redirects`)),
];

const HTTP = 80;

function isOpen(plan: Plan, balancer: Resource): boolean {
  return plan
    .referenced(balancer.get("security_groups"), "aws_security_group")
    .flatMap(ingressByGroup(plan))
    .some((rule) => rangesOf(rule).some(isInternet) && includes(rule, HTTP));
}

/** Ports of the HTTPS listeners beside it. */
function httpsPorts(plan: Plan, listener: Resource): readonly number[] {
  const ports = plan
    .referenced(listener.get("load_balancer_arn"), "aws_lb")
    .flatMap((balancer) => listenersOf(plan, balancer, "HTTPS"))
    .map((https) => Number(https.get("port")));
  return ports.length > 0 ? ports : [443];
}

function judgeActions(holder: Resource, path: string, ports: readonly number[]): readonly Judgement[] {
  const actions = holder.blocks(path);
  if (actions.length === 0) return [failed(holder.address, `${path} is not set`)];
  return actions.flatMap((action) => judgeAction(holder.address, path, action, ports));
}

function judgeAction(address: string, path: string, action: Block, ports: readonly number[]): readonly Judgement[] {
  const value = (name: string) => [address, `${path}.${name}`, action.get(name)] as const;
  return [
    judgeValue(...value("type"), equals("redirect")),
    judgeValue(...value("redirect.protocol"), equals("HTTPS")),
    judgeValue(...value("redirect.port"), oneOf(...ports)),
    judgeValue(...value("redirect.status_code"), equals("HTTP_301")),
  ];
}
