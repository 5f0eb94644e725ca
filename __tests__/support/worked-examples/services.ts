import type { Service } from "../../../src/stress/facts/services";
import type { Behaviour } from "../../../src/stress/model/task";
import { defined, type Example, Model, rangeOf, TARGET, THIRD, WHOLE } from "./model";

const API = "API_DeploymentConfiguration";
const BREAKER = "API_DeploymentCircuitBreaker; developer guide, deployment-circuit-breaker";
const LIFECYCLE = "ECS developer guide, load-balancer-connection-draining; update-service";
const ALB = "ELB user guide, target-group-health-checks";
const HOUR = 3600;

/** A service on instances with room for all that a deployment may start, deployed at 600 s. */
function deployed(service: Partial<Service>, behaviour: Behaviour = {}, instances = 10, seed = 1): Model {
  const model = new Model({ group: { desired: instances, max: instances }, service, seed });
  return model.at(600, () => model.scheduler.deploy(behaviour));
}

/** Tasks that a deployment stops before it has started one, and starts before it has stopped one. */
function first(service: Partial<Service>, instances?: number): string {
  const model = deployed({ desired: 4, ...service }, {}, instances).run(HOUR);
  const stopped = model.times("task-stopping");
  const started = model.times("task-provisioning");
  const before = (own: readonly number[], other: number | undefined) => own.filter((time) => time < (other ?? HOUR));
  return `${before(stopped, started[0]).length} stopped, ${before(started, stopped[0]).length} started`;
}

/** Tasks that fail until the circuit breaker ends the deployment. */
function failures(desired: number): number {
  const model = deployed(
    { desired, circuitBreaker: true, task: { ...THIRD, memoryMiB: 64 } },
    { failsToStart: true },
  ).run(HOUR);
  const [end = 0] = model.times("deployment-failed");
  return model.times("task-failed-to-start").filter((time) => time <= end).length;
}

/** The longest pause from a task's end to the next start. */
function longestPause(kind: string, behaviour: Behaviour): (seed: number) => number {
  return (seed) => {
    const model = deployed({ desired: 1 }, behaviour, 4, seed).run(6 * HOUR);
    const starts = model.times("task-provisioning");
    const pauses = model.times(kind).map((time) => (starts.find((start) => start >= time) ?? time) - time);
    return Math.max(...pauses);
  };
}

/** Seconds from the first event of a kind to the first of another of the same task. */
function between(model: Model, from: string, to: string): number {
  const { entries } = model.platform.world.trace;
  const start = defined(entries.find(({ kind, time }) => kind === from && time >= 600));
  const end = entries.find(({ kind, subject, time }) => kind === to && subject === start.subject && time >= start.time);
  return defined(end).time - start.time;
}

/** A Spot instance of two is reclaimed, with a task of two on it. */
function reclaimed(minimumHealthyPercent: number, seed: number): Model {
  const model = new Model({
    group: { desired: 2, onDemandPercentageAboveBase: 0 },
    service: { desired: 2, minimumHealthyPercent, task: WHOLE, target: TARGET },
    seed,
  });
  return model.at(600, () => model.group.reclaim(defined([...model.group.instances][0]))).run(1200);
}

export const services: readonly Example[] = [
  {
    example: "Four tasks, 50 % minimum healthy, no more than four",
    published: "2 stopped, 0 started",
    source: API,
    simulated: () => first({ minimumHealthyPercent: 50, maximumPercent: 100 }),
  },
  {
    example: "Four tasks, 200 % maximum",
    published: "0 stopped, 4 started",
    source: API,
    simulated: () => first({}),
  },
  {
    example: "Four tasks, 100 % minimum and maximum: the deployment, and a drain, are blocked",
    published: "0 stopped, 0 started",
    source: "ECS developer guide, container-instance-draining",
    simulated: () => first({ maximumPercent: 100 }),
  },
  {
    example: "Four tasks, and room for two more: waves of two",
    published: "0 stopped, 2 started",
    source: "kickserves/aws-ecs-deployment-patterns; observed",
    simulated: () => first({ task: WHOLE, strategy: [] }, 6),
  },
  {
    example: "Instances of a deployment of four tasks, one an instance: before, at most, and half an hour later",
    published: "4, 8, 4",
    source: `${API}: 200 %; cluster-auto-scaling: 15 minutes`,
    simulated: () => {
      const model = new Model({ group: { desired: 4 }, service: { desired: 4, task: WHOLE } });
      model.at(600, () => model.scheduler.deploy({}));
      const before = model.run(600).group.instances.size;
      const most = model.run(1200).group.instances.size;
      return `${before}, ${most}, ${model.run(1200 + 1800).group.instances.size}`;
    },
  },
  {
    example: "Failed tasks that end a deployment of 1, 25, 400 and 800",
    published: "3, 13, 200, 200",
    source: BREAKER,
    simulated: () => [1, 25, 400, 800].map(failures).join(", "),
  },
  {
    example: "Tasks in PROVISIONING that count as failed",
    published: "0 failed, in progress",
    source: "inferred: they are never stopped",
    simulated: () => {
      const model = deployed({ desired: 2, circuitBreaker: true, task: WHOLE }, {}, 2).run(6 * HOUR);
      const { deployment } = model.scheduler;
      return `${model.count("task-failed-to-start")} failed, ${deployment === "in-progress" ? "in progress" : deployment}`;
    },
  },
  {
    example: "An old task lost in mid-deployment is replaced by one of its own revision",
    published: "revision 1",
    source: "What's New, November 2025: service availability in rolling deployments",
    simulated: () => {
      const model = deployed({ desired: 2, task: WHOLE }, { imagePullSeconds: 600 });
      model.at(700, () => {
        const old = defined([...model.scheduler.tasks].find(({ revision }) => revision.number === 1));
        model.group.lose(defined(old.instance), "fault");
      });
      const { entries } = model.run(900).platform.world.trace;
      return defined(entries.find(({ kind, time }) => kind === "task-provisioning" && time > 700)).detail;
    },
  },
  {
    example: "Longest pause before the next start of a task that stops in PENDING, s",
    published: "900, up to 15 minutes",
    source: "ECS developer guide, service-throttle-logic",
    within: [900, 910],
    simulated: () => rangeOf(longestPause("task-failed-to-start", { failsToStart: true })),
  },
  {
    example: "The same of one that ends as soon as it runs, s",
    published: "no throttle",
    source: "ECS developer guide, service-throttle-logic",
    within: [0, 15],
    simulated: () => rangeOf(longestPause("task-exited", { endsAfterSeconds: 1 })),
  },
  {
    example: "Seconds in RUNNING until a task without health checks is healthy",
    published: "40",
    source: API,
    within: [40, 40],
    simulated: () =>
      rangeOf((seed) => between(deployed({ desired: 2 }, {}, 4, seed).run(HOUR), "task-running", "task-healthy")),
  },
  {
    example: "Seconds until a new target that answers at once is healthy: one check at an interval of 30",
    published: "0 to 30",
    source: `${ALB}; ELB team`,
    within: [0, 30],
    simulated: () =>
      rangeOf((seed) =>
        between(
          deployed({ desired: 2, target: TARGET }, { startSeconds: 0 }, 4, seed).run(HOUR),
          "task-running",
          "target-healthy",
        ),
      ),
  },
  {
    example: "Seconds until a target that doesn't answer any more is unhealthy: two checks at 30, time-out 5",
    published: "30 to 60, and the time-out",
    source: ALB,
    within: [30, 65],
    simulated: () =>
      rangeOf((seed) => {
        const model = new Model({ group: { desired: 4 }, service: { desired: 2, target: TARGET }, seed });
        model.at(600 + seed, () => model.scheduler.unreachable(defined([...model.scheduler.tasks][0])));
        return (model.run(HOUR).times("target-unhealthy")[0] ?? 0) - 600 - seed;
      }),
  },
  {
    example: "Seconds from the deregistration of a task to SIGTERM, by default",
    published: "300",
    source: LIFECYCLE,
    within: [300, 300],
    simulated: () =>
      rangeOf((seed) =>
        between(deployed({ desired: 2, target: TARGET }, {}, 4, seed).run(HOUR), "target-deregistered", "task-sigterm"),
      ),
  },
  {
    example: "Seconds from its deregistration to its end, by default",
    published: "300 to 330",
    source: LIFECYCLE,
    within: [300, 330],
    simulated: () =>
      rangeOf((seed) =>
        between(deployed({ desired: 2, target: TARGET }, {}, 4, seed).run(HOUR), "target-deregistered", "task-stopped"),
      ),
  },
  {
    example: "Tasks of a reclaimed instance that are stopped in order, 100 % minimum, replacement slower than 120 s",
    published: "0",
    source: "ECS developer guide, container-instance-draining; awsdocs/amazon-ecs-developer-guide#222",
    within: [0, 0],
    simulated: () =>
      rangeOf(
        (seed) =>
          reclaimed(100, seed)
            .times("task-stopping")
            .filter((time) => time < 720).length,
      ),
  },
  {
    example: "Seconds from the notice until such a task is deregistered, 50 % minimum",
    published: "at once",
    source: "ECS developer guide, container-instance-draining",
    within: [0, 10],
    simulated: () => rangeOf((seed) => (reclaimed(50, seed).times("target-deregistered")[0] ?? 0) - 600),
  },
  {
    example: "Tasks of an instance whose agent is gone that are replaced in a day",
    published: "0",
    source: "aws/containers-roadmap#2040",
    within: [0, 0],
    simulated: () => {
      const model = new Model({ group: { desired: 2 }, service: { desired: 4, target: TARGET } });
      model.at(600, () => model.platform.cluster.disconnect(defined([...model.group.instances][0])));
      const stopped = model.run(24 * HOUR).count("task-stopping");
      return [stopped, stopped];
    },
  },
  {
    example: "Six tasks, 4 and 2 in two zones, with AZ rebalancing",
    published: "3 + 3",
    source: "ECS developer guide, service-rebalancing",
    simulated: () => {
      const model = new Model({
        group: { desired: 6, zones: ["a", "b"] },
        service: {
          desired: 6,
          zoneRebalancing: true,
          placement: [{ type: "spread", field: "attribute:ecs.availability-zone" }],
        },
      });
      // One of zone b goes, and its replacement comes while zone b is closed.
      const inZone = (zone: string) => [...model.scheduler.tasks].filter((task) => task.instance?.zone === zone);
      model.at(60, () => {
        for (const instance of model.group.instances)
          if (instance.zone === "b") model.platform.cluster.disconnect(instance);
        model.group.lose(defined(inZone("b")[0]?.instance), "fault");
      });
      model.at(600, () => {
        for (const instance of model.group.instances) model.platform.cluster.connect(instance);
      });
      model.run(2 * HOUR);
      return `${inZone("a").length} + ${inZone("b").length}`;
    },
  },
];
