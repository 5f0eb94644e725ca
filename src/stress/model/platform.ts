import type { Plan } from "../../plan/plan";
import type { Assumptions } from "../assumptions";
import { type AlarmFact, alarmsOf } from "../facts/alarms";
import { type Automation, automationsOf } from "../facts/automations";
import { type Group, groupsOf } from "../facts/capacity";
import { type EventRule, eventRulesOf } from "../facts/event-rules";
import { names } from "../facts/names";
import { daemonsOf, type Service, type StrategyItem, servicesOf, type TaskSize } from "../facts/services";
import { type Trust, trustOf } from "../facts/trust";
import type { RecordedTrace } from "../spot/recordings";
import { Alarms } from "./alarms";
import { AutoScalingGroup } from "./auto-scaling-group";
import { Automations } from "./automations";
import { CapacityProvider, isScaled } from "./capacity-provider";
import { Cluster } from "./cluster";
import { watchDeployments } from "./deployment-alarm";
import { Detections } from "./detections";
import { EventBus } from "./event-bus";
import { countEvents, ownSource } from "./event-counts";
import type { Instance } from "./instance";
import type { Load } from "./load";
import { followShape } from "./load-shape";
import { awsSource } from "./metric-sources";
import { Metrics } from "./metrics";
import { ServiceScaling } from "./service-scaling";
import { ServiceScheduler } from "./service-scheduler";
import { SpotMarket } from "./spot-market";
import { Surroundings } from "./surroundings";
import { TargetGroup } from "./target-group";
import { TaskStart } from "./task-start";
import { Traffic } from "./traffic";
import { World } from "./world";
import { isRebalanced, ZoneRebalancing } from "./zone-rebalancing";

/** A load balancer's own: ALB user guide, application-load-balancers. */
const IDLE_TIMEOUT_SECONDS = 60;

/** What of a plan the model works with. */
export interface PlatformFacts {
  readonly groups: readonly Group[];
  readonly services: readonly Service[];
  /** Rules of EventBridge. */
  readonly rules: readonly EventRule[];
  /** Who reaches whom, and as whom. */
  readonly trust: Trust;
  /** State machines. */
  readonly automations: readonly Automation[];
  readonly alarms: readonly AlarmFact[];
  /** What runs on every instance beside them. */
  readonly daemons: readonly TaskSize[];
  /** Recorded Spot pools, which aren't in a plan: what they gave is played. None: it is drawn. */
  readonly spotTraces: readonly RecordedTrace[];
  /** Where they come from, for what a single scenario asks of it. */
  readonly plan: Plan;
}

export function platformFacts(plan: Plan): PlatformFacts {
  const [groups, services] = [groupsOf(plan), servicesOf(plan)];
  return {
    groups,
    services,
    trust: trustOf(plan, groups, services),
    rules: eventRulesOf(plan),
    automations: automationsOf(plan),
    alarms: alarmsOf(plan),
    daemons: daemonsOf(plan),
    spotTraces: [],
    plan,
  };
}

/** A service of the model with what it serves. */
export interface RunningService {
  readonly scheduler: ServiceScheduler;
  readonly traffic: Traffic;
  readonly agent: TaskStart;
  /** `undefined`: it is behind no load balancer. */
  readonly targets: TargetGroup | undefined;
  /** Its place among the services. */
  readonly index: number;
  /** `undefined`: it isn't scaled. */
  readonly scaling: ServiceScaling | undefined;
}

export interface PlatformProps {
  readonly facts: PlatformFacts;
  readonly assumptions: Assumptions;
  readonly seed: number;
  /** Requests of a service. */
  readonly load: (service: Service) => Load;
  /** Where its clock begins, in seconds since 1970. @default - in time for a noon */
  readonly beginEpochSeconds?: number;
}

/** The platform of a plan, as it runs long after its deployment. */
export class Platform {
  readonly world: World;
  readonly surroundings = new Surroundings();
  readonly facts: PlatformFacts;
  readonly events: EventBus;
  readonly metrics: Metrics;
  readonly alarms: Alarms;
  /** What has noticed something. */
  readonly detections: Detections;
  readonly cluster: Cluster;
  readonly market: SpotMarket;
  readonly groups: readonly AutoScalingGroup[];
  readonly services: readonly RunningService[];
  /** Managed scaling, by capacity provider. */
  readonly providers = new Map<string, CapacityProvider>();
  readonly automations: Automations;

  constructor({ facts, assumptions, seed, load, beginEpochSeconds }: PlatformProps) {
    this.facts = facts;
    this.world = new World(seed, assumptions, beginEpochSeconds);
    const { region, account } = names(facts.plan);
    this.events = new EventBus({ world: this.world, plan: facts.plan, rules: facts.rules, region, account });
    const scaled = facts.groups.filter(isScaled).flatMap(({ provider }) => provider ?? []);
    this.cluster = new Cluster(new Set(scaled), facts.daemons);
    this.market = new SpotMarket(this.world);
    this.groups = facts.groups.map((group) => this.makeGroup(group));
    this.cluster.onEmptied = (instance) => {
      for (const group of this.groups) if (group.instances.has(instance)) group.emptied(instance);
    };
    for (const group of this.groups) {
      group.begin();
      if (!isScaled(group.facts)) continue;
      const { provider = "", managedScaling } = group.facts;
      this.providers.set(provider, new CapacityProvider(this.world, group, this.cluster, managedScaling));
    }
    this.services = facts.services.map((service, index) => this.makeService(service, index, load(service)));
    for (const { scheduler } of this.services) scheduler.begin();
    this.automations = new Automations(this, facts.automations);
    this.metrics = new Metrics((query) => awsSource(this, query) ?? ownSource(facts, query));
    this.alarms = new Alarms(this.world, facts.alarms, this.metrics);
    countEvents(facts.plan, this.events, this.metrics);
    this.detections = new Detections(this.world, this.alarms, this.events);
    for (const { scheduler } of this.services) watchDeployments(this.world, scheduler, this.alarms);
    // What is there at the beginning has been there long since, and nobody is told of it.
    this.world.publish = (event) => this.events.publish(event);
  }

  /** Runs to that second, with every request up to then counted. */
  run(until: number): void {
    this.world.simulation.run(until);
    for (const { traffic } of this.services) traffic.accrue();
  }

  private makeGroup(facts: Group): AutoScalingGroup {
    const group: AutoScalingGroup = new AutoScalingGroup(this.world, facts, this.market, {
      registered: (instance) => this.cluster.add(instance),
      draining: (instance) => this.cluster.drain(instance),
      gone: (instance) => this.cluster.remove(instance),
    });
    for (const zone of facts.zones) {
      if (this.surroundings.ways(facts, zone, "ecs")?.length === 0) group.cutOffZones.add(zone);
    }
    return group;
  }

  private makeService(facts: Service, index: number, load: Load): RunningService {
    const traffic = new Traffic(this.world, load, facts.target?.idleTimeoutSeconds ?? IDLE_TIMEOUT_SECONDS);
    followShape(this.world, facts.name, load, traffic);
    const targets =
      facts.target && new TargetGroup(this.world, facts.target, traffic, (task) => scheduler.healthChanged(task));
    const { world, cluster } = this;
    const agent = new TaskStart(facts, this.surroundings, (instance) => this.groupOf(instance)?.facts);
    const strategy = strategyAmong(this.groups, facts.strategy);
    const scheduler: ServiceScheduler = new ServiceScheduler({ world, facts, strategy, cluster, targets, agent });
    if (isRebalanced(facts)) new ZoneRebalancing(world, scheduler, cluster);
    const scaling = facts.scaling && new ServiceScaling(this.world, facts.scaling, scheduler, traffic);
    return { scheduler, traffic, agent, targets, index, scaling };
  }

  private groupOf(instance: Instance): AutoScalingGroup | undefined {
    return this.groups.find(({ instances }) => instances.has(instance));
  }
}

/** The items of a strategy that there is a group for; one that names none of them is taken to mean the first. */
function strategyAmong(groups: readonly AutoScalingGroup[], strategy: readonly StrategyItem[]) {
  const providers = groups.flatMap(({ facts }) => facts.provider ?? []);
  const own = strategy.filter(({ provider }) => providers.includes(provider));
  const [first] = providers;
  if (own.length > 0 || strategy.length === 0 || first === undefined) return own;
  return [{ provider: first, base: 0, weight: 1 }];
}
