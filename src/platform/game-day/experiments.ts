import type { Environment } from "../../environments/schema";

/** What one FIS experiment does, to what. */
export interface Experiment {
  /** As `npm run game-day` names it. */
  readonly id: string;
  /** What happens, as a sentence without its full stop. */
  readonly title: string;
  /** All begin at once. */
  readonly actions: readonly Action[];
}

export interface Action {
  /** FIS's name of it. */
  readonly id: string;
  /** What it calls its target. */
  readonly key: string;
  readonly parameters?: { readonly [name: string]: string };
  readonly target: {
    readonly type: string;
    /** @default "ALL" */
    readonly selectionMode?: string;
    /** Paths in the resource as its Describe call answers it, with the value that they must have. @default {} */
    readonly filters?: { readonly [path: string]: string };
    /** @default - none */
    readonly parameters?: { [name: string]: string };
  };
}

/**
 * The experiments of an environment that allows them; which there are follows from what it has.
 *
 * Two of the suite's scenarios have none. A zone's network: FIS cuts a subnet off by a network ACL of its own and puts back the
 * VPC's default one, which has no tags, so its role would have to reach every ACL of the account. API errors of an execution role:
 * FIS injects them into calls of EC2's API only, and that role makes none.
 * @see https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
 */
export function experimentsOf(environment: Environment): readonly Experiment[] {
  const { gameDay, capacity, network, services, name } = environment;
  if (gameDay === undefined) return [];
  const zones = network.create?.availabilityZones ?? Object.keys(network.existing?.privateSubnetIds ?? {});
  const zone = gameDay.zone ?? zones[0] ?? "";
  const percent = `PERCENT(${gameDay.percent})`;
  const noLaunches = (where: readonly string[]): Action => ({
    id: "aws:ec2:asg-insufficient-instance-capacity-error",
    key: "AutoScalingGroups",
    parameters: { availabilityZoneIdentifiers: where.join(), duration: `PT${gameDay.minutes}M`, percentage: "100" },
    target: { type: "aws:ec2:autoscaling-group" },
  });
  const interruptions: Action = {
    id: "aws:ec2:send-spot-instance-interruptions",
    key: "SpotInstances",
    parameters: { durationBeforeInterruption: "PT2M" },
    target: { type: "aws:ec2:spot-instance", selectionMode: percent, filters: { "State.Name": "running" } },
  };
  const ofSpot: readonly Experiment[] = [
    {
      id: "spot-interruptions",
      title: `${gameDay.percent} % of the Spot instances are taken back`,
      actions: [interruptions],
    },
    {
      // Without the interruptions no instance would be missing, and no launch tried.
      id: "capacity-errors",
      title: `${gameDay.percent} % of the Spot instances are taken back, and no launch succeeds for ${gameDay.minutes} minutes`,
      actions: [interruptions, noLaunches(zones)],
    },
  ];
  return [
    ...(capacity.onDemandPercentageAboveBase < 100 ? ofSpot : []),
    {
      id: "zone-lost",
      title: `The instances of ${zone} end, and none is launched there for ${gameDay.minutes} minutes`,
      actions: [
        {
          id: "aws:ec2:terminate-instances",
          key: "Instances",
          target: {
            type: "aws:ec2:instance",
            filters: { "State.Name": "running", "Placement.AvailabilityZone": zone },
          },
        },
        noLaunches([zone]),
      ],
    },
    ...services.map(
      (service): Experiment => ({
        id: `tasks-stopped-${service.name}`,
        title: `${gameDay.percent} % of the tasks of ${service.name} are stopped`,
        actions: [
          {
            id: "aws:ecs:stop-task",
            key: "Tasks",
            target: {
              type: "aws:ecs:task",
              selectionMode: percent,
              parameters: { cluster: name, service: service.name },
            },
          },
        ],
      }),
    ),
  ];
}
