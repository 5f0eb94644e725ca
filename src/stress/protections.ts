import { ACCESS_PROTECTIONS } from "./access-protections";
import { callsAction } from "./facts/automations";
import type { Group, ManagedScaling } from "./facts/capacity";
import type { Service } from "./facts/services";
import type { PlatformFacts } from "./model/platform";

/** Something in the configuration that is there to keep a promise. */
export interface Protection {
  readonly id: string;
  readonly title: string;
  /** The facts as they would be without it. */
  without(facts: PlatformFacts): PlatformFacts;
}

const groups =
  (change: (group: Group) => Partial<Group>) =>
  (facts: PlatformFacts): PlatformFacts => ({
    ...facts,
    groups: facts.groups.map((group) => ({ ...group, ...change(group) })),
  });

const services =
  (change: (service: Service) => Partial<Service>) =>
  (facts: PlatformFacts): PlatformFacts => ({
    ...facts,
    services: facts.services.map((service) => ({ ...service, ...change(service) })),
  });

/** Without the state machines that call an action. */
const automations =
  (action: string) =>
  (facts: PlatformFacts): PlatformFacts => ({
    ...facts,
    automations: facts.automations.filter((automation) => !callsAction(automation, action)),
  });

const scaling = (change: Partial<ManagedScaling>) =>
  groups(({ managedScaling }) => ({ managedScaling: managedScaling && { ...managedScaling, ...change } }));

/** The zone that all others leave by, were there one NAT gateway. */
const oneNat = ({ egressZones }: Group): Partial<Group> => {
  const [only] = Object.values(egressZones);
  if (only === undefined) return {};
  return { egressZones: Object.fromEntries(Object.keys(egressZones).map((zone) => [zone, only])) };
};

/** Every protection that is taken out to see what it earns. */
export const PROTECTIONS: readonly Protection[] = [
  {
    id: "managed-termination-protection",
    title: "Managed termination protection, and protection from scale-in",
    without: groups(() => ({ managedTerminationProtection: false, protectFromScaleIn: false })),
  },
  { id: "managed-draining", title: "Managed draining", without: groups(() => ({ managedDraining: false })) },
  {
    id: "spot-draining",
    title: "Draining at the notice of a reclaim",
    without: groups(() => ({ spotDraining: false })),
  },
  { id: "capacity-rebalance", title: "Capacity rebalance", without: groups(() => ({ capacityRebalance: false })) },
  { id: "on-demand-base", title: "On-Demand base", without: groups(() => ({ onDemandBase: 0 })) },
  {
    id: "type-diversity",
    title: "Several instance types",
    without: groups(({ types }) => ({ types: types.slice(0, 1) })),
  },
  { id: "nat-gateway-per-zone", title: "A NAT gateway in each zone", without: groups(oneNat) },
  {
    id: "cached-images",
    title: "Images that are there aren't pulled",
    without: groups(() => ({ usesCachedImages: false })),
  },
  {
    id: "room-to-grow",
    title: "Room in the group beyond what runs",
    without: groups(({ min, desired }) => ({ max: Math.max(min, desired) })),
  },
  { id: "managed-scaling", title: "Managed scaling", without: groups(() => ({ managedScaling: undefined })) },
  { id: "spare-capacity", title: "Target capacity under 100 %", without: scaling({ targetCapacity: 100 }) },
  { id: "short-warm-up", title: "A warm-up shorter than the default", without: scaling({ warmupSeconds: 300 }) },
  {
    id: "minimum-healthy-percent",
    title: "100 % minimum healthy",
    without: services(() => ({ minimumHealthyPercent: 0 })),
  },
  { id: "maximum-percent", title: "200 % maximum", without: services(() => ({ maximumPercent: 100 })) },
  { id: "circuit-breaker", title: "Circuit breaker", without: services(() => ({ circuitBreaker: false })) },
  { id: "rollback", title: "Rollback", without: services(() => ({ rollback: false, alarmRollback: false })) },
  {
    id: "deployment-alarm",
    title: "Alarms that end a deployment",
    without: services(() => ({ deploymentAlarms: [] })),
  },
  {
    id: "grace-period",
    title: "Health check grace period",
    without: services(() => ({ healthCheckGraceSeconds: 0 })),
  },
  {
    id: "deregistration-delay",
    title: "Deregistration delay",
    without: services(({ target }) => ({ target: target && { ...target, deregistrationDelaySeconds: 0 } })),
  },
  {
    id: "stop-timeout",
    title: "Time to end after SIGTERM",
    without: services(() => ({ stopTimeoutSeconds: 0 })),
  },
  {
    id: "scheduled-scaling",
    title: "Scheduled scaling",
    without: services(({ scaling: own }) => ({ scaling: own && { ...own, schedules: [] } })),
  },
  {
    id: "scale-in-cooldown",
    title: "Scale-in cooldown",
    without: services(({ scaling: own }) => ({
      scaling: own && { ...own, policies: own.policies.map((policy) => ({ ...policy, scaleInCooldownSeconds: 0 })) },
    })),
  },
  {
    id: "quick-health-checks",
    title: "Health checks quicker than the default",
    // The load balancer's own.
    without: services(({ target }) => ({ target: target && { ...target, intervalSeconds: 30, healthyThreshold: 5 } })),
  },
  {
    id: "refresh-of-protected",
    title: "A refresh that replaces protected instances",
    without: groups(({ refresh }) => ({ refresh: { ...refresh, protectedInstances: "Ignore" } })),
  },
  {
    id: "refresh-launches-first",
    title: "A refresh that launches first",
    without: groups(({ refresh }) => ({ refresh: { ...refresh, minHealthyPercent: 0, maxHealthyPercent: 100 } })),
  },
  {
    id: "spot-fallback",
    title: "The Spot fallback",
    without: automations("autoscaling:updateAutoScalingGroup"),
  },
  {
    id: "drain-guard",
    title: "The drain guard",
    without: automations("elasticloadbalancingv2:deregisterTargets"),
  },
  { id: "alarms", title: "Alarms", without: (facts) => ({ ...facts, alarms: [] }) },
  {
    id: "event-rules",
    title: "Event rules that tell a person",
    without: (facts) => ({ ...facts, rules: facts.rules.filter(({ tells }) => !tells) }),
  },
  { id: "service-scaling", title: "Service auto scaling", without: services(() => ({ scaling: undefined })) },
  { id: "spread", title: "Tasks spread over the zones", without: services(packed) },
  ...ACCESS_PROTECTIONS,
];

function packed({ placement }: Service): Partial<Service> {
  const others = placement.filter(({ type }) => type !== "spread");
  return { placement: others.length > 0 ? others : [{ type: "binpack", field: "memory" }] };
}
