import type { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import type { Lb } from "@cdktf/provider-aws/lib/lb";
import type { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { AlarmRow, MetricQuery } from "./alarm";

/** A NAT gateway and the letter of its zone: `"a"` in us-east-1a. */
export interface ZonalGateway {
  readonly letter: string;
  readonly gateway: NatGateway;
}

/** Errors of the load balancer's own: no healthy target, a target that hung up, or itself. */
export function loadBalancerErrors(loadBalancer: Lb, perMinute: number): AlarmRow {
  return {
    name: "load-balancer-errors",
    sentence: `The load balancer itself answers more than ${perMinute} requests a minute with server errors (5xx), for three minutes now.`,
    runbook: "load-balancer-errors",
    metrics: { errors: ofLoadBalancer(loadBalancer, "HTTPCode_ELB_5XX_Count", "Sum") },
    rings: { above: perMinute },
    periodSeconds: 60,
    periods: 3,
    missing: { is: "notBreaching", because: "no error means no data point" },
  };
}

/** Failed requests of a hundred in a minute: more than a single task's end costs, less than a zone's. */
const MOST_FAILED_PERCENT = 2;

/**
 * Failures that are over before the counts of errors have had their minutes: the end of an instance or a zone. A hundred
 * requests more in the divisor keep one failed request of a handful from being a large share.
 */
export function requestsFail(loadBalancer: Lb): AlarmRow {
  return {
    name: "requests-fail",
    sentence: `More than ${MOST_FAILED_PERCENT} of 100 requests in a minute ended in a server error (5xx).`,
    runbook: "requests-fail",
    metrics: {
      balancer: ofLoadBalancer(loadBalancer, "HTTPCode_ELB_5XX_Count", "Sum"),
      services: ofLoadBalancer(loadBalancer, "HTTPCode_Target_5XX_Count", "Sum"),
      requests: ofLoadBalancer(loadBalancer, "RequestCount", "Sum"),
    },
    // Each is published only where there is one to count, and requests without a target count as errors alone.
    expression: "100 * (FILL(balancer, 0) + FILL(services, 0)) / (FILL(requests, 0) + FILL(balancer, 0) + 100)",
    rings: { above: MOST_FAILED_PERCENT },
    periodSeconds: 60,
    periods: 1,
    missing: { is: "notBreaching", because: "neither a request nor an error means no data point" },
  };
}

export function natPortsExhausted({ letter, gateway }: ZonalGateway): AlarmRow {
  return {
    name: `nat-ports-${letter}`,
    sentence: `The NAT gateway of zone ${letter} has no port left for new connections to some destination.`,
    runbook: "nat-gateway-fails",
    metrics: { errors: ofGateway(gateway, "ErrorPortAllocation") },
    rings: { above: 0 },
    periodSeconds: 60,
    periods: 3,
    missing: { is: "notBreaching", because: "a gateway without connections has nothing to fail at" },
  };
}

/** More than 0.01 % of the packets: from there on, AWS says, it is no passing matter. */
export function natDrops({ letter, gateway }: ZonalGateway): AlarmRow {
  return {
    name: `nat-drops-${letter}`,
    sentence: `The NAT gateway of zone ${letter} has dropped more than one packet in 10,000 for fifteen minutes.`,
    runbook: "nat-gateway-fails",
    metrics: {
      dropped: ofGateway(gateway, "PacketsDropCount"),
      outward: ofGateway(gateway, "PacketsInFromSource"),
      inward: ofGateway(gateway, "PacketsInFromDestination"),
    },
    expression: "100 * dropped / (outward + inward)",
    rings: { above: 0.01 },
    periodSeconds: 300,
    periods: 3,
    missing: { is: "notBreaching", because: "without packets there is no share of them" },
  };
}

/** ACM renews from the 60th day before the end on; what isn't renewed a month later won't be by itself. */
export function certificateNearExpiry(certificate: AcmCertificate): AlarmRow {
  return {
    name: "certificate-near-expiry",
    sentence: "The certificate ends in less than 30 days, and ACM hasn't renewed it.",
    runbook: "certificate-near-expiry",
    metrics: {
      days: {
        namespace: "AWS/CertificateManager",
        name: "DaysToExpiry",
        dimensions: { CertificateArn: certificate.arn },
        statistic: "Minimum",
      },
    },
    rings: { below: 30 },
    periodSeconds: 86_400,
    periods: 1,
    missing: { is: "ignore", because: "ACM stops counting once it has ended, and counts a new one twice a day only" },
  };
}

/** A rule's target that couldn't be reached: an automation that should have started, and didn't. */
export function eventsUndelivered(queue: SqsQueue): AlarmRow {
  return {
    name: "events-undelivered",
    sentence: "An event couldn't be delivered: an automation that should have started didn't.",
    runbook: "events-undelivered",
    metrics: {
      events: {
        namespace: "AWS/SQS",
        name: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: queue.name },
        statistic: "Maximum",
      },
    },
    rings: { above: 0 },
    periodSeconds: 300,
    periods: 1,
    missing: { is: "notBreaching", because: "a queue that was empty for six hours publishes nothing" },
  };
}

export function ofLoadBalancer(loadBalancer: Lb, name: string, statistic: string): MetricQuery {
  return { namespace: "AWS/ApplicationELB", name, dimensions: { LoadBalancer: loadBalancer.arnSuffix }, statistic };
}

export function ofGateway(gateway: NatGateway, name: string): MetricQuery {
  return { namespace: "AWS/NATGateway", name, dimensions: { NatGatewayId: gateway.id }, statistic: "Sum" };
}
