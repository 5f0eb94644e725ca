import type { Group } from "../../../src/stress/facts/capacity";
import type { TaskSize } from "../../../src/stress/facts/services";
import { defined, type Example, Model, rangeOf, THIRD, types, WHOLE } from "./model";

const MIXED = "EC2 Auto Scaling user guide, ec2-auto-scaling-mixed-instances-groups";
const BLOG = "AWS containers blog, Amazon ECS availability best practices";

/** On-Demand and Spot of a group of that size, half of it On-Demand above a base of ten. */
function split(desired: number): string {
  const { group } = new Model({ group: { desired, onDemandBase: 10, onDemandPercentageAboveBase: 50 } });
  const onDemand = [...group.instances].filter(({ market }) => market === "on-demand").length;
  return `${onDemand} + ${desired - onDemand}`;
}

/** Tasks that one instance of a type holds of many. */
function held(type: string, task: TaskSize): number {
  const group: Partial<Group> = { types: types(type), desired: 1, max: 1 };
  return [...new Model({ group, service: { desired: 20, task } }).run(600).scheduler.tasks].filter(
    ({ state }) => state === "running",
  ).length;
}

/** Instances that are left of a group when one of its zones is gone. */
function left(instances: number, zones: readonly string[]): string {
  const { group } = new Model({ group: { desired: instances, zones } });
  for (const zone of zones) group.closedZones.add(zone);
  for (const instance of [...group.instances]) if (instance.zone === "a") group.lose(instance, "zone failed");
  return `${group.instances.size} of ${instances}`;
}

export const instances: readonly Example[] = [
  {
    example: "On-Demand and Spot of 10, 20, 30 and 40 instances: a base of 10, half above it",
    published: "10 + 0, 15 + 5, 20 + 10, 25 + 15",
    source: MIXED,
    simulated: () => [10, 20, 30, 40].map(split).join(", "),
  },
  {
    example: "The same of 13 instances",
    published: "12 + 1",
    source: `${MIXED}: rounded up in favour of On-Demand`,
    simulated: () => split(13),
  },
  {
    example: "Tasks in awsvpc mode on a c5.large",
    published: "2 tasks",
    source: "ECS developer guide, container-instance-eni",
    simulated: () => `${held("c5.large", { ...THIRD, memoryMiB: 128, interfaces: 1 })} tasks`,
  },
  {
    example: "The same on an m5.xlarge, an m5.4xlarge, a t3.micro",
    published: "3, 7, 1 tasks",
    source: "aws/amazon-vpc-cni-k8s, misc/eni-max-pods.txt: interfaces less its own",
    simulated: () =>
      `${["m5.xlarge", "m5.4xlarge", "t3.micro"].map((type) => held(type, { ...THIRD, memoryMiB: 64, interfaces: 1 })).join(", ")} tasks`,
  },
  {
    example: "Tasks of 4,096 MiB on a t3.medium, on an m5.large",
    published: "0, 1 tasks",
    source: "memory as measured, vantage-sh/ec2instances.info; observed",
    simulated: () =>
      `${["t3.medium", "m5.large"].map((type) => held(type, { ...THIRD, memoryMiB: 4096 })).join(", ")} tasks`,
  },
  {
    example: "Tasks with a fixed port of the host on one instance",
    published: "1 task",
    source: "ECS developer guide, task_definition_parameters: hostPort",
    simulated: () => `${held("m5.large", { ...THIRD, memoryMiB: 128, hostPorts: [80] })} task`,
  },
  {
    example: "60 hosts needed, 90 over three zones, one fails",
    published: "60 of 90",
    source: BLOG,
    simulated: () => left(90, ["a", "b", "c"]),
  },
  {
    example: "60 hosts needed, 120 over two zones, one fails",
    published: "60 of 120",
    source: BLOG,
    simulated: () => left(120, ["a", "b"]),
  },
  {
    example: "A zone of three fails: the group launches in the others",
    published: "3 in b, 3 in c",
    source: "EC2 Auto Scaling user guide, auto-scaling-benefits",
    simulated: () => {
      const { group } = new Model({ group: { desired: 6, zones: ["a", "b", "c"] } });
      group.closedZones.add("a");
      for (const instance of [...group.instances]) if (instance.zone === "a") group.lose(instance, "zone failed");
      const inZone = (zone: string) => [...group.instances].filter((instance) => instance.zone === zone).length;
      return `${inZone("b")} in b, ${inZone("c")} in c`;
    },
  },
  {
    example: "Spot is dry: the group's On-Demand instances",
    published: "none, in six hours",
    source: "eksctl-io/eksctl#839, AWS staff: no failover",
    simulated: () => {
      const model = new Model({ group: { desired: 6, onDemandPercentageAboveBase: 0 } });
      for (const instance of [...model.group.instances]) {
        model.platform.market.limit("m5.large", "a", 0);
        model.group.lose(instance, "reclaimed");
      }
      const { group } = model.run(6 * 3600);
      return `${group.instances.size === 0 ? "none" : group.instances.size}, in six hours`;
    },
  },
  {
    example: "Seconds from a Spot notice to the end, whatever protects the instance",
    published: "120",
    source: "EC2 user guide, spot-instance-termination-notices",
    within: [120, 120],
    simulated: () =>
      rangeOf((seed) => {
        const model = new Model({
          seed,
          group: { desired: 2, onDemandPercentageAboveBase: 0 },
          service: { desired: 2 },
        });
        model.at(600, () => model.group.reclaim(defined([...model.group.instances][0])));
        return (model.run(900).times("instance-gone")[0] ?? 0) - 600;
      }),
  },
  {
    example: "Minutes from a task's want of an instance to its running, on average",
    published: "2.5 to 5, inferred",
    source: "ECS developer guide, capacity-cluster-speed-up-ec2: the list of parts",
    within: [2.5, 5],
    simulated: () => {
      const runs = Array.from({ length: 100 }, (_, seed) => {
        const model = new Model({ seed, group: { desired: 1 }, service: { desired: 1, task: WHOLE } });
        model.at(900 + seed, () => model.scheduler.setDesired(2));
        return ((model.run(1800).times("task-running", 900)[0] ?? 0) - 900 - seed) / 60;
      });
      const mean = runs.reduce((sum, value) => sum + value, 0) / runs.length;
      return [mean, mean];
    },
  },
];
