import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { Alarm, type AlarmRow } from "./alarm";
import { clusterNearlyFull, groupAtItsMaximum, launchesFail, reservationAboveTarget } from "./capacity-alarms";
import { changedByHand } from "./changed-by-hand";
import { CompositeAlarm } from "./composite-alarm";
import { Dashboard } from "./dashboard";
import { EventCounts } from "./event-counts";
import { EventRule } from "./event-rule";
import {
  deploymentFailed,
  launchFailed,
  rebalanceRecommendation,
  serviceImpaired,
  spotInterruption,
  stateMachineFailed,
  taskFailedToStart,
} from "./events";
import { LockCheck, stateLockHeld } from "./lock-check";
import {
  certificateNearExpiry,
  eventsUndelivered,
  loadBalancerErrors,
  natDrops,
  natPortsExhausted,
  requestsFail,
} from "./network-alarms";
import { sections } from "./sections";
import { slowAnswers, tasksMissing, tasksWaiting, unhealthyTargets } from "./service-alarms";
import type { Platform } from "./watched";

/**
 * What tells a person that something is wrong. Metric alarms page nobody: those with one cause are one composite alarm,
 * which does. Events are told as they come.
 */
export class Detection extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly platform: Platform,
  ) {
    super(scope, id);
    const counts = new EventCounts(this, "count", platform);
    new LockCheck(this, "lock_check", platform);
    this.addRules();
    const pages = this.addAlarms(counts);
    new Dashboard(this, "dashboard", {
      environment: platform.environment,
      sections: sections(
        platform,
        counts,
        pages.map(({ arn }) => arn),
      ),
    });
  }

  private addRules(): void {
    const { environment, notifications, cluster, generations, loadBalancer, key, buckets, backend } = this.platform;
    const watched = { clusterArn: cluster.arn, groupNames: generations.map(({ group }) => group.name) };
    const rules = [
      spotInterruption,
      rebalanceRecommendation,
      taskFailedToStart(watched),
      deploymentFailed(environment),
      serviceImpaired(watched),
      launchFailed(watched),
      stateMachineFailed(environment),
      changedByHand(environment, {
        ...watched,
        loadBalancerArn: loadBalancer.arn,
        keyArn: key.arn,
        keyId: key.keyId,
        topicArn: notifications.topic.arn,
        buckets,
        lockTable: backend.dynamodb_table,
      }),
    ];
    for (const row of rules) new EventRule(this, row.name, { environment, notifications, row });
  }

  /** @returns what pages */
  private addAlarms(counts: EventCounts) {
    const { platform } = this;
    const { environment, notifications, services, cluster, generations, network, loadBalancer } = platform;
    const topic = notifications.topic;
    const alarm = (row: AlarmRow): CloudwatchMetricAlarm => new Alarm(this, row.name, { environment, row }).alarm;
    const targets = services.map(({ settings, routing: { targetGroup } }) => ({
      settings,
      targets: { loadBalancer, targetGroup },
    }));

    const capacity = new CompositeAlarm(this, "capacity-short", {
      environment,
      name: "capacity-short",
      sentence: "The cluster is short of instances, or can't get any more.",
      runbook: "capacity-short",
      anyOf: [
        ...generations.flatMap((generation) => [
          alarm(reservationAboveTarget(cluster, generation, environment.capacity.targetCapacityPercent)),
          alarm(groupAtItsMaximum(generation)),
        ]),
        alarm(launchesFail(counts.failedLaunches)),
        alarm(clusterNearlyFull(cluster, "CPU")),
        alarm(clusterNearlyFull(cluster, "Memory")),
      ],
      topic,
    }).alarm;
    const users = new CompositeAlarm(this, "users-see-errors", {
      environment,
      name: "users-see-errors",
      sentence: "Users see errors, or wait.",
      runbook: "users-see-errors",
      anyOf: [
        alarm(requestsFail(loadBalancer)),
        alarm(loadBalancerErrors(loadBalancer, environment.detection.maxLoadBalancerErrorsPerMinute)),
        ...services.map(({ serverErrors }) => serverErrors),
        ...targets.map((own) => alarm(slowAnswers(own.settings, own.targets))),
      ],
      topic,
    }).alarm;
    const zones = network.zones.map((zone) => {
      const name = `unhealthy-${zone}`;
      return new CompositeAlarm(this, name, {
        environment,
        name,
        sentence: `Targets in ${zone} fail their health checks, for five minutes now.`,
        runbook: "targets-unhealthy",
        anyOf: targets.map((own) => alarm(unhealthyTargets(own.settings, own.targets, zone))),
      }).alarm;
    });
    const unhealthy = new CompositeAlarm(this, "targets-unhealthy", {
      environment,
      name: "targets-unhealthy",
      sentence: "Targets fail their health checks; which zones' do says whether it is a zone or the application.",
      runbook: "targets-unhealthy",
      anyOf: zones,
      topic,
    }).alarm;
    const tasks = new CompositeAlarm(this, "tasks-missing", {
      environment,
      name: "tasks-missing",
      sentence: "A service has fewer tasks than it should, and not for want of instances.",
      runbook: "tasks-missing",
      anyOf: services.flatMap(({ settings, ecsService }) => [
        alarm(tasksMissing(settings, cluster, ecsService)),
        alarm(tasksWaiting(settings, cluster, ecsService)),
      ]),
      topic,
      causedBy: capacity,
    }).alarm;
    const nat =
      network.natGateways.length === 0
        ? []
        : [
            new CompositeAlarm(this, "nat-gateway-fails", {
              environment,
              name: "nat-gateway-fails",
              sentence: "A NAT gateway loses connections to the internet.",
              runbook: "nat-gateway-fails",
              anyOf: network.natGateways.flatMap((zone) => [alarm(natPortsExhausted(zone)), alarm(natDrops(zone))]),
              topic,
            }).alarm,
          ];
    // Each has a cause of its own, so each pages by itself.
    const alone = [
      certificateNearExpiry(platform.certificate),
      stateLockHeld(environment),
      eventsUndelivered(platform.undelivered.queue),
    ].map((row) => new Alarm(this, row.name, { environment, row, topic }).alarm);
    return [users, unhealthy, tasks, capacity, ...nat, ...alone];
  }
}
