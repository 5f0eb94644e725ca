import type { Rule } from "../../rule";
import { accessLogs } from "../../rules/load-balancing/access-logs";
import { aliasRecordsLeadToLoadBalancer } from "../../rules/load-balancing/alias-records-lead-to-load-balancer";
import { aliasesFollowHealth } from "../../rules/load-balancing/aliases-follow-health";
import { deletionProtection } from "../../rules/load-balancing/deletion-protection";
import { publicSubnets } from "../../rules/load-balancing/public-subnets";
import { schemeFitsSubnets } from "../../rules/load-balancing/scheme-fits-subnets";
import { spansZones } from "../../rules/load-balancing/spans-zones";

/** Load balancers, where they are, and how they are found. */
export const balancers: readonly Rule[] = [
  {
    id: "load-balancing/deletion-protection",
    severity: "high",
    title: "Load balancers can't be deleted while they are in use",
    why: "One wrong click or plan takes every service off the internet, and a new load balancer has another address.",
    fix: "Set enable_deletion_protection = true on the aws_lb.",
    references: ["CKV_AWS_150", "FSBP ELB.6"],
    check: deletionProtection,
  },
  {
    id: "load-balancing/access-logs",
    severity: "medium",
    title: "Load balancers log each request to a bucket",
    why: "During an attack or an outage nobody can say who asked for what, nor which target answered.",
    fix: "Set access_logs with enabled = true and a bucket on the aws_lb.",
    references: ["CKV_AWS_91", "FSBP ELB.5"],
    check: accessLogs,
  },
  {
    id: "load-balancing/spans-zones",
    severity: "high",
    title: "Load balancers are in two zones at least, and in each of their network",
    why: "In one zone, its outage is yours; tasks in a zone that the load balancer isn't in get no requests.",
    fix: "Name a subnet of each zone in subnets of the aws_lb.",
    references: ["FSBP ELB.13"],
    check: spansZones,
  },
  {
    id: "load-balancing/public-subnets",
    severity: "high",
    title: "Public load balancers are in subnets that lead to the internet",
    why: "The load balancer has a public address, and answers nobody.",
    fix: "Name subnets whose default route leads to an aws_internet_gateway in subnets of the aws_lb.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html"],
    check: publicSubnets,
  },
  {
    id: "load-balancing/scheme-fits-subnets",
    severity: "medium",
    title: "Load balancers that are internal are in private subnets",
    why: "An internal load balancer in public subnets is reached by nobody from outside: mostly the scheme is the mistake, and changing it replaces the load balancer.",
    fix: "Set internal = false, or name private subnets.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html"],
    check: schemeFitsSubnets,
  },
  {
    id: "load-balancing/alias-records-lead-to-load-balancer",
    severity: "medium",
    title: "Each host of a listener rule has a DNS record that leads to the load balancer",
    why: "The service runs, and nobody finds it; or the name leads elsewhere, to an address that somebody else may own by now.",
    fix: "Add an aws_route53_record with that name and an alias of the load balancer's dns_name and zone_id.",
    references: ["CKV2_AWS_23"],
    check: aliasRecordsLeadToLoadBalancer,
  },
  {
    id: "load-balancing/aliases-follow-health",
    severity: "low",
    title: "Alias records follow the health of what they lead to",
    why: "Without it Route 53 answers with a load balancer that has no healthy target, also where another record could answer.",
    fix: "Set evaluate_target_health = true in the alias.",
    references: ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias.html"],
    check: aliasesFollowHealth,
  },
];
