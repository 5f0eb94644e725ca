import {
  DescribeTagsCommand,
  ElasticLoadBalancingV2Client,
  type Listener,
  type LoadBalancer,
  paginateDescribeListeners,
  paginateDescribeLoadBalancers,
  paginateDescribeRules,
  paginateDescribeTargetGroups,
  type Rule,
  type TargetGroup,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { allOf } from "../aws/answers";
import type { Connection } from "../aws/connection";
import { batches } from "./batches";
import { type Existing, present, tagsOf } from "./existing";

const TAGGED_AT_ONCE = 20;
type Action = NonNullable<Rule["Actions"]>[number];

/** Application load balancers with their listeners and rules, and target groups. */
export async function loadBalancingResources(connection: Connection): Promise<readonly Existing[]> {
  const client = new ElasticLoadBalancingV2Client(connection);
  const all = await allOf(paginateDescribeLoadBalancers({ client }, {}), (page) => page.LoadBalancers);
  const balancers = all.filter(({ Type }) => Type === "application");
  const listeners: Listener[] = [];
  for (const { LoadBalancerArn } of balancers) {
    listeners.push(
      ...(await allOf(paginateDescribeListeners({ client }, { LoadBalancerArn }), (page) => page.Listeners)),
    );
  }
  const rules: Existing[] = [];
  for (const { ListenerArn } of listeners) {
    const own = await allOf(paginateDescribeRules({ client }, { ListenerArn }), (page) => page.Rules);
    // The default one is the listener's own.
    rules.push(...own.filter(({ IsDefault }) => IsDefault !== true).map((rule) => ruleOf(rule, ListenerArn)));
  }
  const groups = await allOf(paginateDescribeTargetGroups({ client }, {}), (page) => page.TargetGroups);
  return tagged(client, [
    ...balancers.map(loadBalancerOf),
    ...listeners.map(listenerOf),
    ...rules,
    ...groups.map(targetGroupOf),
  ]);
}

async function tagged(client: ElasticLoadBalancingV2Client, found: readonly Existing[]): Promise<readonly Existing[]> {
  const tags = new Map<string, Existing["tags"]>();
  for (const batch of batches(found, TAGGED_AT_ONCE)) {
    const command = new DescribeTagsCommand({ ResourceArns: batch.map(({ id }) => id) });
    const { TagDescriptions = [] } = await client.send(command);
    for (const { ResourceArn = "", Tags } of TagDescriptions) tags.set(ResourceArn, tagsOf(Tags));
  }
  return found.map((each) => ({ ...each, tags: tags.get(each.id) ?? {} }));
}

function loadBalancerOf(balancer: LoadBalancer): Existing {
  const { LoadBalancerArn = "", LoadBalancerName = "", Scheme, VpcId = "", SecurityGroups = [] } = balancer;
  return {
    type: "aws_lb",
    id: LoadBalancerArn,
    arn: LoadBalancerArn,
    name: LoadBalancerName,
    attributes: { name: LoadBalancerName, internal: Scheme === "internal", vpc_id: VpcId },
    uses: [VpcId, ...SecurityGroups],
    tags: {},
  };
}

function listenerOf({ ListenerArn = "", LoadBalancerArn, Port = 0, DefaultActions = [] }: Listener): Existing {
  return {
    type: "aws_lb_listener",
    id: ListenerArn,
    arn: ListenerArn,
    name: `port ${Port}`,
    attributes: { port: Port },
    uses: [...present(LoadBalancerArn), ...targetsOf(DefaultActions)],
    tags: {},
  };
}

function ruleOf({ RuleArn = "", Priority, Actions = [] }: Rule, listener: string | undefined): Existing {
  return {
    type: "aws_lb_listener_rule",
    id: RuleArn,
    arn: RuleArn,
    name: `priority ${Priority}`,
    attributes: { priority: Number(Priority) },
    uses: [...present(listener), ...targetsOf(Actions)],
    tags: {},
  };
}

function targetsOf(actions: readonly Action[]): readonly string[] {
  return actions.flatMap(({ TargetGroupArn, ForwardConfig }) =>
    present(TargetGroupArn, ...(ForwardConfig?.TargetGroups ?? []).map((group) => group.TargetGroupArn)),
  );
}

function targetGroupOf(group: TargetGroup): Existing {
  const { TargetGroupArn = "", TargetGroupName = "", VpcId = "", TargetType = "", LoadBalancerArns = [] } = group;
  return {
    type: "aws_lb_target_group",
    id: TargetGroupArn,
    arn: TargetGroupArn,
    name: TargetGroupName,
    attributes: { name: TargetGroupName, vpc_id: VpcId, target_type: TargetType, protocol: group.Protocol ?? "" },
    uses: [VpcId, ...LoadBalancerArns],
    tags: {},
  };
}
