import type { Lost } from "./review";

/** What an environment would keep of a resource, so that it isn't replaced. */
export interface Kept {
  readonly address: string;
  readonly attribute: string;
  readonly value: string | number;
}

/** How a resource that would be replaced can be adopted all the same. */
export interface Rescue {
  readonly lost: Lost;
  /** What to keep, all of it; none where that isn't enough. */
  readonly kept: readonly Kept[];
  /** What to do by hand, where that isn't enough. */
  readonly byHand: readonly string[];
}

const STRATEGY =
  "AWS gives no capacity provider to a service that was made by launch type, unless it is told to: aws ecs update-service --capacity-provider-strategy capacityProvider=PROVIDER,weight=1 --force-new-deployment, by hand, first";

/** What helps where a name kept doesn't, by type and attribute. */
const BY_HAND: { readonly [attribute: string]: string } = {
  "aws_ecs_service.capacity_provider_strategy": STRATEGY,
  "aws_ecs_service.launch_type": STRATEGY,
  "aws_lb.internal": "the platform's load balancer faces the internet",
  "aws_lb_listener.load_balancer_arn": "adopt the load balancer that it belongs to",
  "aws_lb_target_group.target_type": 'networkMode of its service: "bridge" has targets by instance, "awsvpc" by ip',
  "aws_lb_target_group.vpc_id": "network.existing.vpcId: the network that it is in",
  "aws_security_group.vpc_id": "network.existing.vpcId: the network that it is in",
};

/**
 * What would have to be kept of each, or done by hand.
 * @param keepable attributes that an environment can keep, by type
 */
export function rescues(
  lost: readonly Lost[],
  keepable: { readonly [type: string]: readonly string[] },
): readonly Rescue[] {
  return lost.map((each) => {
    const { address, actual, reason, follows } = each;
    const because = each.because.filter((attribute) => !follows.has(attribute));
    const type = address.slice(0, address.indexOf("."));
    const kept: Kept[] = [];
    const byHand: string[] = [];
    // A name that begins otherwise than the prefix has it is another name.
    for (const attribute of new Set(because.map((one) => (one === "name_prefix" ? "name" : one)))) {
      const value = actual[attribute];
      const isKeepable = each.isImported && keepable[type]?.includes(attribute);
      if (isKeepable && (typeof value === "string" || typeof value === "number"))
        kept.push({ address, attribute, value });
      else
        byHand.push(`${attribute}: ${BY_HAND[`${type}.${attribute}`] ?? 'no field keeps it; write "new" as its id'}`);
    }
    if (each.because.length === 0) byHand.push(reason ?? "it would be destroyed");
    return { lost: each, kept: byHand.length === 0 ? kept : [], byHand };
  });
}
