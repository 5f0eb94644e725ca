import { ofCluster, ofGroup, ofProvider } from "./capacity-alarms";
import type { Line, Section } from "./dashboard";
import type { EventCounts } from "./event-counts";
import { ofGateway, ofLoadBalancer } from "./network-alarms";
import { ofService, ofTargets } from "./service-alarms";
import type { Platform } from "./watched";

/** The dashboard, in the order in which a person asks: is anybody hurt, by what, and why. */
export function sections(platform: Platform, counts: EventCounts, pages: readonly string[]): readonly Section[] {
  const { environment, cluster, services, generations, network, loadBalancer, notifications } = platform;
  const forEach = (line: (service: (typeof services)[number]) => Omit<Line, "label">): readonly Line[] =>
    services.map((service) => ({ ...line(service), label: service.settings.name }));
  const targets = ({ routing: { targetGroup } }: (typeof services)[number]) => ({ loadBalancer, targetGroup });
  return [
    {
      question: "Are users served?",
      widgets: [
        { kind: "alarms", title: "What pages", arns: pages },
        {
          kind: "graph",
          title: "Requests and errors a minute",
          lines: [
            { ...ofLoadBalancer(loadBalancer, "RequestCount", "Sum"), label: "requests" },
            { ...ofLoadBalancer(loadBalancer, "HTTPCode_Target_5XX_Count", "Sum"), label: "5xx of services" },
            { ...ofLoadBalancer(loadBalancer, "HTTPCode_ELB_5XX_Count", "Sum"), label: "5xx of the load balancer" },
          ],
        },
        {
          kind: "graph",
          title: "Seconds to answer, 99 of 100",
          lines: forEach((service) => ofTargets(targets(service), "TargetResponseTime", "p99")),
        },
      ],
    },
    {
      question: "Are the services whole?",
      widgets: [
        {
          kind: "graph",
          title: "Healthy targets",
          lines: forEach((service) => ofTargets(targets(service), "HealthyHostCount", "Minimum")),
        },
        {
          kind: "graph",
          title: "Tasks: running, and wanted",
          lines: services.flatMap(({ settings, ecsService }) => [
            { ...ofService(cluster, ecsService, "RunningTaskCount", "Average"), label: `${settings.name} running` },
            { ...ofService(cluster, ecsService, "DesiredTaskCount", "Average"), label: `${settings.name} wanted` },
          ]),
        },
        {
          kind: "graph",
          title: "Tasks that wait",
          lines: forEach(({ ecsService }) => ofService(cluster, ecsService, "PendingTaskCount", "Average")),
        },
      ],
    },
    {
      question: "Is there room?",
      widgets: [
        {
          kind: "graph",
          title: "Reservation: above the line, ECS wants more instances",
          lines: generations.map((generation) => ({
            ...ofProvider(cluster, generation),
            label: `reservation${generation.suffix}`,
          })),
          mark: { label: "target", value: environment.capacity.targetCapacityPercent },
        },
        {
          kind: "graph",
          title: "Instances",
          lines: generations.flatMap(({ group, suffix }) => [
            { ...ofGroup(group, "GroupInServiceInstances"), label: `in service${suffix}` },
            { ...ofGroup(group, "GroupDesiredCapacity"), label: `wanted${suffix}` },
            { ...ofGroup(group, "GroupMaxSize"), label: `most${suffix}` },
          ]),
        },
        {
          kind: "graph",
          title: "Reserved of the cluster, %",
          lines: [
            { ...ofCluster(cluster, "CPUReservation"), label: "CPU" },
            { ...ofCluster(cluster, "MemoryReservation"), label: "memory" },
          ],
        },
      ],
    },
    {
      question: "Does Spot hold?",
      widgets: [
        { kind: "graph", title: "Interruptions", lines: [{ ...counts.interruptions, label: "interruptions" }] },
        {
          kind: "graph",
          title: "Rebalance recommendations",
          lines: [{ ...counts.recommendations, label: "recommendations" }],
        },
        { kind: "graph", title: "Failed launches", lines: [{ ...counts.failedLaunches, label: "failed launches" }] },
      ],
    },
    ...(network.natGateways.length === 0
      ? []
      : [
          {
            question: "Do connections get out?",
            widgets: [
              { kind: "graph", title: "NAT: no port left", lines: ofEachZone("ErrorPortAllocation") },
              { kind: "graph", title: "NAT: packets dropped", lines: ofEachZone("PacketsDropCount") },
              { kind: "graph", title: "NAT: packets outward", lines: ofEachZone("PacketsInFromSource") },
            ],
          } satisfies Section,
        ]),
    {
      question: "What was said?",
      widgets: [
        {
          kind: "logs",
          title: "Events, the newest first",
          group: notifications.logGroup.group.name,
          query:
            "fields @timestamp, `detail-type`, detail.stoppedReason, detail.eventName, detail.reason | sort @timestamp desc | limit 50",
        },
        ...services.map(({ settings, logGroup }) => ({
          kind: "logs" as const,
          title: `Errors of ${settings.name}`,
          group: logGroup.group.name,
          query:
            "fields @timestamp, @message | filter @message like /(?i)error|exception|fatal/ | sort @timestamp desc | limit 50",
        })),
      ],
    },
  ];

  function ofEachZone(metric: string): readonly Line[] {
    return network.natGateways.map(({ letter, gateway }) => ({
      ...ofGateway(gateway, metric),
      label: `zone ${letter}`,
    }));
  }
}
