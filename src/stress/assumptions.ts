import { constant, type Distribution, triangular, uniform } from "../simulator/distributions";

/** `documented` by AWS; `observed` by third parties; `assumed`: nobody has published a figure. */
export type AssumptionKind = "documented" | "observed" | "assumed";

/** A number of the model that no plan holds. */
export interface Assumption {
  readonly unit: "s" | "share";
  /** One value, the ends of an even spread, or the lowest, most frequent and highest of a triangle. */
  readonly value: readonly [number] | readonly [number, number] | readonly [number, number, number];
  readonly kind: AssumptionKind;
  readonly source: string;
}

/** Every number that the model takes from elsewhere than the plan and the load; each is used by its name. */
export const ASSUMPTIONS = {
  instanceLaunchSeconds: {
    unit: "s",
    value: [12, 14, 30],
    kind: "observed",
    source: "awslabs/amazon-eks-ami#1099, aws/karpenter-provider-aws#3102: 12–16 s until the machine runs",
  },
  instanceRegistrationSeconds: {
    unit: "s",
    value: [40, 60, 120],
    kind: "assumed",
    source: "boot of like images on EKS, 39–90 s; no figure of ECS is published",
  },
  imagePullSeconds: {
    unit: "s",
    value: [5, 10, 30],
    kind: "assumed",
    source: "some 200 MB from a registry of the region",
  },
  agentTimeoutSeconds: {
    unit: "s",
    value: [30, 90, 300],
    kind: "assumed",
    source:
      "aws/amazon-ecs-agent repeats a pull five times, and its clients time out; how long that takes isn't published",
  },
  interfaceAttachSeconds: {
    unit: "s",
    value: [3, 5, 10],
    kind: "documented",
    source: "ECS developer guide, task-recommendations: awsvpc adds several seconds",
  },
  applicationStartSeconds: { unit: "s", value: [2, 5, 15], kind: "assumed", source: "a service that is ready soon" },
  applicationStopSeconds: {
    unit: "s",
    value: [0.5, 1, 5],
    kind: "assumed",
    source: "an application that ends on SIGTERM",
  },
  schedulerSeconds: {
    unit: "s",
    value: [1, 5],
    kind: "assumed",
    source: "the period of the service scheduler isn't published",
  },
  bakeSeconds: {
    unit: "s",
    value: [120, 300],
    kind: "assumed",
    source: "ECS developer guide, deployment-alarm-failure: ECS computes it from the alarms; the rule isn't published",
  },
  spotDrainingSeconds: {
    unit: "s",
    value: [1, 2],
    kind: "documented",
    source: "aws/amazon-ecs-agent, agent/app/agent.go: asks for the notice once a second",
  },
  rebalanceLeadSeconds: {
    unit: "s",
    value: [0, 0, 600],
    kind: "assumed",
    source: "EC2 user guide, rebalance-recommendations: before the notice, or with it; how long before isn't published",
  },
  reclaimSpreadSeconds: {
    unit: "s",
    value: [0, 180],
    kind: "observed",
    source: "arXiv 2604.16457: 92 % of the interruptions in a pool come within three minutes of each other",
  },
  lostInstanceNoticedSeconds: {
    unit: "s",
    value: [10, 60],
    kind: "assumed",
    source: "from an instance's end until ECS has stopped its tasks: not published",
  },
  launchRetrySeconds: {
    unit: "s",
    value: [30, 120],
    kind: "assumed",
    source: "Auto Scaling's pause after a failed launch isn't published",
  },
  healthReplacementSeconds: {
    unit: "s",
    value: [120, 300],
    kind: "assumed",
    source: "from an instance's failure to the group's replacing it: not published",
  },
  placementRetrySeconds: {
    unit: "s",
    value: [15, 60],
    kind: "assumed",
    source: "a service's pause after it found no room, and nobody makes any: not published",
  },
  rebalancingSeconds: {
    unit: "s",
    value: [60, 300],
    kind: "assumed",
    source: "how often ECS looks at a service's balance between zones isn't published",
  },
  agentConnectedSeconds: {
    unit: "s",
    value: [600, 1800],
    kind: "documented",
    source: "ECS developer guide, ecs_cwe_events: agents disconnect and reconnect several times an hour",
  },
  agentAwaySeconds: {
    unit: "s",
    value: [5, 60],
    kind: "assumed",
    source: "how long an agent is away isn't published; it reconnects by itself",
  },
  leakShare: {
    unit: "share",
    value: [0.9, 1.1],
    kind: "assumed",
    source: "a leak ends the tasks of one revision not all at the same second",
  },
  addressCacheSeconds: {
    unit: "s",
    value: [60],
    kind: "documented",
    source: "ALB user guide, target-group-health: clients keep the addresses of a zone that was taken out for 60 s",
  },
  eventDeliverySeconds: {
    unit: "s",
    value: [0.3, 0.5, 5],
    kind: "documented",
    source:
      "EventBridge FAQ: typically half a second from the event to the rule's target; the rest of the spread is assumed",
  },
  alarmDelaySeconds: {
    unit: "s",
    value: [10, 30, 120],
    kind: "assumed",
    source: "from the end of a minute until its metrics are there and an alarm has looked at them: not published",
  },
  awsCallSeconds: {
    unit: "s",
    value: [0.05, 0.15, 1],
    kind: "assumed",
    source: "a call of AWS's API by a state machine, with the transition to it: no figure is published",
  },
  metricSeconds: {
    unit: "s",
    value: [60],
    kind: "documented",
    source: "ECS developer guide, cluster-auto-scaling: every minute",
  },
} as const satisfies { readonly [id: string]: Assumption };

export type AssumptionId = keyof typeof ASSUMPTIONS;

/** A distribution for each number. */
export type Assumptions = { readonly [id in AssumptionId]: Distribution };

/**
 * The table as distributions.
 * @param changes other values, for a run that asks what a number changes
 */
export function assumptions(changes: { readonly [id in AssumptionId]?: Assumption["value"] } = {}): Assumptions {
  const entries = Object.entries(ASSUMPTIONS).map(([id, { value }]) => [
    id,
    distributionOf(changes[id as AssumptionId] ?? value),
  ]);
  return Object.fromEntries(entries);
}

function distributionOf(value: Assumption["value"]): Distribution {
  const [first, second, third] = value;
  if (second === undefined) return constant(first);
  return third === undefined ? uniform(first, second) : triangular(first, second, third);
}
