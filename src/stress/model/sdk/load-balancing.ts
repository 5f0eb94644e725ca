import { isObject, type Json, type JsonObject } from "../../../states-language/json";
import type { Platform, RunningService } from "../platform";
import type { TargetGroup } from "../target-group";
import { type Adapter, batch, failure } from "./adapter";
import { targetOf } from "./targets";

/** Elastic Load Balancing, as far as the model has it. */
export const LOAD_BALANCING: { readonly [action: string]: Adapter } = {
  "elasticloadbalancingv2:describeTargetHealth": {
    permission: "elasticloadbalancing:DescribeTargetHealth",
    resources: () => [],
    parameters: ["TargetGroupArn"],
    answer: ({ TargetGroupArn }, { platform }) => {
      const { service, targets } = groupAt(platform, TargetGroupArn);
      return {
        TargetHealthDescriptions: targets.all.map(({ task, state }) => ({
          Target: targetOf(service, task),
          TargetHealth: { State: state },
        })),
      };
    },
  },
  "elasticloadbalancingv2:describeTargetGroups": {
    permission: "elasticloadbalancing:DescribeTargetGroups",
    resources: () => [],
    parameters: [],
    answer: (_, { platform }) => ({
      TargetGroups: platform.services.flatMap(({ targets }) =>
        targets === undefined ? [] : { TargetGroupArn: targets.facts.arn, TargetType: targets.facts.type },
      ),
    }),
  },
  "elasticloadbalancingv2:deregisterTargets": {
    permission: "elasticloadbalancing:DeregisterTargets",
    resources: ({ TargetGroupArn }) => [String(TargetGroupArn)],
    parameters: ["TargetGroupArn", "Targets"],
    answer: ({ TargetGroupArn, Targets }, { platform }) => {
      const { service, targets } = groupAt(platform, TargetGroupArn);
      const wanted = batch("ElasticLoadBalancingV2", Targets, 1000).map((target) => (isObject(target) ? target : {}));
      const found = wanted.flatMap((target) => tasksAt(service, targets, target));
      for (const task of found) targets.deregister(task);
      return {};
    },
    effect: ({ TargetGroupArn, Targets }) => `${String(TargetGroupArn)}: ${JSON.stringify(Targets)}`,
  },
};

/** Of an instance without a port: each of its ports. */
function tasksAt(service: RunningService, targets: TargetGroup, { Id, Port }: JsonObject) {
  const found = targets.all.filter(({ task }) => {
    const own = targetOf(service, task);
    return own.Id === Id && (Port === undefined || own.Port === Port);
  });
  if (found.length === 0)
    throw failure("ElasticLoadBalancingV2.InvalidTargetException", `${String(Id)}:${String(Port)} isn't registered`);
  return found.map(({ task }) => task);
}

function groupAt({ services }: Platform, arn: Json | undefined) {
  for (const service of services) {
    const { targets } = service;
    if (targets !== undefined && targets.facts.arn === arn) return { service, targets };
  }
  throw failure("ElasticLoadBalancingV2.TargetGroupNotFoundException", String(arn));
}
