import type { Block, Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { type Expectation, equals, oneOf } from "../../expectation";
import { allOf, failed, judgeValue, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { isInternet } from "../../vocabulary/addresses";
import { ingressByGroup } from "../../vocabulary/compute";
import { includes, rangesOf } from "../../vocabulary/group-rules";
import { listeners, listenersOf, publicLoadBalancers, rulesOf, whoseListeners } from "../../vocabulary/load-balancers";

export const httpRedirects: Check = (plan) => [
  ...listeners(plan, "HTTP").map((listener) => {
    const ports = httpsPorts(plan, listener);
    return allOf(listener.address, [
      ...judgeActions(plan, listener, "default_action", ports),
      ...rulesOf(plan, listener).flatMap((rule) => judgeActions(plan, rule, "action", ports)),
    ]);
  }),
  ...publicLoadBalancers(plan)
    .filter((balancer) => isOpen(plan, balancer) && listenersOf(plan, balancer, "HTTP").length === 0)
    .map(({ address }) => {
      const judgement = failed(address, `its group lets the internet in on ${HTTP}, where no listener redirects`);
      return unlessOpen(plan, judgement, ...whoseListeners(plan));
    }),
];

const HTTP = 80;

function isOpen(plan: Plan, balancer: Resource): boolean {
  return plan
    .referenced(balancer.get("security_groups"), "aws_security_group")
    .flatMap(ingressByGroup(plan))
    .some((rule) => rangesOf(rule).some(isInternet) && includes(rule, HTTP));
}

/** Ports of the HTTPS listeners beside it. */
function httpsPorts(plan: Plan, listener: Resource): Expectation {
  const ports = plan
    .referenced(listener.get("load_balancer_arn"), "aws_lb")
    .flatMap((balancer) => listenersOf(plan, balancer, "HTTPS"))
    .flatMap((https) => https.get("port") ?? []);
  const known = oneOf(...(ports.length > 0 ? ports.filter((port) => !(port instanceof Unknown)).map(Number) : [443]));
  return ports.some((port) => port instanceof Unknown) ? { ...known, holds: () => "undecided" } : known;
}

function judgeActions(plan: Plan, holder: Resource, path: string, ports: Expectation): readonly Judgement[] {
  const actions = holder.blocks(path);
  if (actions.length === 0) return [unlessOpen(plan, failed(holder.address, `it has no ${path}`), holder.get(path))];
  return actions.flatMap((action) => judgeAction(holder.address, path, action, ports));
}

function judgeAction(address: string, path: string, action: Block, ports: Expectation): readonly Judgement[] {
  const value = (name: string) => [address, `${path}.${name}`, action.get(name)] as const;
  return [
    judgeValue(...value("type"), equals("redirect")),
    judgeValue(...value("redirect.protocol"), equals("HTTPS")),
    judgeValue(...value("redirect.port"), ports),
    judgeValue(...value("redirect.status_code"), equals("HTTP_301")),
  ];
}
