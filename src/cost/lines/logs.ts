import type { PriceBook } from "../../catalogue/price-book";
import { HOURS_A_MONTH } from "../../catalogue/prices";
import { containers } from "../../plan/facts/containers";
import { endpoints, natGateways } from "../../plan/facts/network";
import type { Plan, Resource } from "../../plan/plan";
import { entry, isRecord, listOf, type MaybeValue } from "../../plan/value";
import { groupsOf } from "../../stress/facts/capacity";
import { type Service, servicesOf } from "../../stress/facts/services";
import { known } from "../../stress/facts/values";
import { COST_ASSUMPTIONS } from "../assumptions";
import type { Draft } from "../line";

const { flowRecordBytes, flowRecords, healthCheckLogBytes, keptMonths, performanceEventBytes, storedShare } =
  COST_ASSUMPTIONS;

const MINUTES_A_MONTH = HOURS_A_MONTH * 60;
const DAYS_A_MONTH = HOURS_A_MONTH / 24;
const GB = 1e9;

/** Logs of a kind. */
interface Logs {
  readonly kind: string;
  readonly of: string;
  readonly gbAMonth: number;
  /** `"bucket"`: they are delivered to S3; else months that CloudWatch keeps them. */
  readonly kept: "bucket" | number;
}

/** What is logged while nobody asks for anything, and what keeping it costs once it is as old as its retention. */
export function logDrafts(plan: Plan, { prices }: PriceBook): readonly Draft[] {
  const logs = [...flowLogs(plan), ...performanceLogs(plan), ...healthCheckLogs(plan)].filter(
    ({ gbAMonth }) => gbAMonth > 0,
  );
  const stored = logs.reduce(
    (sum, { gbAMonth, kept }) => sum + (kept === "bucket" ? 0 : gbAMonth * kept * storedShare.value),
    0,
  );
  return [
    ...logs.map(({ kind, of, gbAMonth, kept }) => ({
      kind,
      of,
      quantity: gbAMonth,
      price: kept === "bucket" ? prices.logsDelivered : prices.logsIngested,
    })),
    ...(stored === 0 ? [] : [{ kind: "logs that are kept", quantity: stored, price: prices.logsStored }]),
  ];
}

function flowLogs(plan: Plan): readonly Logs[] {
  return plan.resources("aws_flow_log").map((log) => {
    const minutes = known(log.get("max_aggregation_interval"), 600) / 60;
    const records = (interfacesOf(plan) * flowRecords.value * MINUTES_A_MONTH) / minutes;
    const isBucket = log.get("log_destination_type") === "s3";
    return {
      kind: "flow logs",
      of: log.address,
      gbAMonth: (records * flowRecordBytes.value) / GB,
      kept: isBucket ? "bucket" : monthsKept(plan, log.get("log_destination")),
    };
  });
}

/** Network interfaces of a silent night: instances, tasks with one of their own, balancers, gateways, endpoints. */
function interfacesOf(plan: Plan): number {
  const instances = groupsOf(plan).reduce((sum, { min }) => sum + min, 0);
  const tasks = servicesOf(plan).reduce((sum, service) => sum + service.task.interfaces * fewestTasks(service), 0);
  const balancers = plan
    .resources("aws_lb")
    .reduce((sum, lb) => sum + Math.max(1, listOf(lb.get("subnets")).length), 0);
  const ofEndpoints = endpoints(plan).reduce((sum, { subnets }) => sum + subnets.length, 0);
  return instances + tasks + balancers + natGateways(plan).length + ofEndpoints;
}

/** Container Insights writes an event a minute for each task and container, service and cluster. */
function performanceLogs(plan: Plan): readonly Logs[] {
  return plan.resources("aws_ecs_cluster").flatMap((cluster): readonly Logs[] => {
    const isOn = cluster
      .blocks("setting")
      .some((block) => block.get("name") === "containerInsights" && block.get("value") !== "disabled");
    if (!isOn) return [];
    const events = servicesOf(plan).reduce((sum, service) => {
      const own = containers(plan).filter(({ taskDefinition }) => taskDefinition === service.fact.taskDefinition);
      return sum + 1 + fewestTasks(service) * (1 + own.length);
    }, 1);
    const group = plan
      .resources("aws_cloudwatch_log_group")
      .find((each) => /^\/aws\/ecs\/containerinsights\//.test(String(each.get("name"))));
    return [
      {
        kind: "logs of Container Insights",
        of: cluster.address,
        gbAMonth: (events * MINUTES_A_MONTH * performanceEventBytes.value) / GB,
        kept: group === undefined ? keptMonths.value : retentionOf(group),
      },
    ];
  });
}

/** A line for each health check that the load balancer's nodes make of each task. */
function healthCheckLogs(plan: Plan): readonly Logs[] {
  return servicesOf(plan).map((service) => {
    const { target, fact, address } = service;
    const zones = Math.max(1, ...plan.resources("aws_lb").map((balancer) => listOf(balancer.get("subnets")).length));
    const checks =
      target === undefined ? 0 : (fewestTasks(service) * zones * MINUTES_A_MONTH * 60) / target.intervalSeconds;
    const group = containers(plan)
      .filter(({ taskDefinition }) => taskDefinition === fact.taskDefinition)
      .map(({ definition }) => (isRecord(definition) ? logGroupOf(definition) : undefined))
      .find((value) => value !== undefined);
    return {
      kind: "logs of health checks",
      of: address,
      gbAMonth: (checks * healthCheckLogBytes.value) / GB,
      kept: monthsKept(plan, group),
    };
  });
}

/** Name of the group that a container logs to, as written. */
export function logGroupOf(definition: Parameters<typeof entry>[0]): MaybeValue {
  const configuration = entry(definition, "logConfiguration");
  const options = isRecord(configuration) ? entry(configuration, "options") : undefined;
  return isRecord(options) ? entry(options, "awslogs-group") : undefined;
}

/** As many tasks as auto scaling allows at least; its schedules may allow fewer still. */
export function fewestTasks({ scaling, desired }: Service): number {
  if (scaling === undefined) return desired;
  return Math.min(scaling.min, ...scaling.schedules.flatMap(({ min }) => min ?? []));
}

/** Months that what a value names is kept. */
export function monthsKept(plan: Plan, value: MaybeValue): number {
  const [group] = plan.referenced(value, "aws_cloudwatch_log_group");
  return group === undefined ? keptMonths.value : retentionOf(group);
}

/** 0 days, or none, is for ever. */
function retentionOf(group: Resource): number {
  const days = known(group.get("retention_in_days"), 0);
  return days === 0 ? keptMonths.value : days / DAYS_A_MONTH;
}
