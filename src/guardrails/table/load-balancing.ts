import type { Rule } from "../rule";
import { accessLogs } from "../rules/load-balancing/access-logs";
import { aliasRecordsLeadToLoadBalancer } from "../rules/load-balancing/alias-records-lead-to-load-balancer";
import { aliasesFollowHealth } from "../rules/load-balancing/aliases-follow-health";
import { certificateCoversHosts } from "../rules/load-balancing/certificate-covers-hosts";
import { certificateNamesHosts } from "../rules/load-balancing/certificate-names-hosts";
import { certificateReplacedBeforeDestroyed } from "../rules/load-balancing/certificate-replaced-before-destroyed";
import { certificateStrongKey } from "../rules/load-balancing/certificate-strong-key";
import { certificateTransparency } from "../rules/load-balancing/certificate-transparency";
import { certificateValidatedByDns } from "../rules/load-balancing/certificate-validated-by-dns";
import { deletionProtection } from "../rules/load-balancing/deletion-protection";
import { deregistrationDelay } from "../rules/load-balancing/deregistration-delay";
import { desyncMitigationStrictest } from "../rules/load-balancing/desync-mitigation-strictest";
import { dropInvalidHeaders } from "../rules/load-balancing/drop-invalid-headers";
import { healthCheckTiming } from "../rules/load-balancing/health-check-timing";
import { httpRedirects } from "../rules/load-balancing/http-redirects";
import { httpsListener } from "../rules/load-balancing/https-listener";
import { listenerRulesNameHosts } from "../rules/load-balancing/listener-rules-name-hosts";
import { noStickiness } from "../rules/load-balancing/no-stickiness";
import { prioritiesApart } from "../rules/load-balancing/priorities-apart";
import { publicSubnets } from "../rules/load-balancing/public-subnets";
import { rulesReachable } from "../rules/load-balancing/rules-reachable";
import { schemeFitsSubnets } from "../rules/load-balancing/scheme-fits-subnets";
import { spansZones } from "../rules/load-balancing/spans-zones";
import { targetGroupHealthCheck } from "../rules/load-balancing/target-group-health-check";
import { targetGroupReplacedBeforeDestroyed } from "../rules/load-balancing/target-group-replaced-before-destroyed";
import { targetGroupsGetRequests } from "../rules/load-balancing/target-groups-get-requests";
import { tlsPolicy } from "../rules/load-balancing/tls-policy";
import { unknownHostsRefused } from "../rules/load-balancing/unknown-hosts-refused";
import { webApplicationFirewall } from "../rules/load-balancing/web-application-firewall";
import { webApplicationFirewallBlocksCommonAttacks } from "../rules/load-balancing/web-application-firewall-blocks-common-attacks";
import { webApplicationFirewallBlocksKnownBadInputs } from "../rules/load-balancing/web-application-firewall-blocks-known-bad-inputs";
import { webApplicationFirewallMetrics } from "../rules/load-balancing/web-application-firewall-metrics";

export const loadBalancing: readonly Rule[] = [
  {
    id: "load-balancing/drop-invalid-headers",
    severity: "medium",
    title: "Load balancers drop invalid HTTP headers",
    why: "Headers that break the standard are how requests are smuggled past the load balancer's rules to a task.",
    fix: "Set drop_invalid_header_fields = true on the aws_lb.",
    references: ["CKV_AWS_131", "FSBP ELB.4"],
    check: dropInvalidHeaders,
  },
  {
    id: "load-balancing/https-listener",
    severity: "high",
    title: "Public load balancers speak HTTPS, with a certificate",
    why: "Passwords and sessions cross the internet in the clear.",
    fix: 'Add an aws_lb_listener with protocol = "HTTPS" and certificate_arn to the load balancer.',
    references: ["CKV_AWS_2", "FSBP ELB.18"],
    check: httpsListener,
  },
  {
    id: "load-balancing/tls-policy",
    severity: "high",
    title: "HTTPS listeners speak TLS 1.3, and 1.2 at the least",
    why: "AWS's default still takes TLS 1.0: whoever is between client and load balancer can force both down to it.",
    fix: 'Set ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", or a newer one of TLS 1.3.',
    references: ["CKV_AWS_103", "CKV2_AWS_74", "FSBP ELB.17", "Prowler elbv2_insecure_ssl_ciphers"],
    check: tlsPolicy,
  },
  {
    id: "load-balancing/http-redirects",
    severity: "high",
    title: "HTTP listeners do nothing but redirect to HTTPS, for good",
    why: "A client that comes by HTTP is served by HTTP: its cookies and what it sends can be read and changed on the way.",
    fix: `Give the listener a default_action of type redirect with protocol = "HTTPS", the HTTPS listener's port and status_code = "HTTP_301", and no rule that forwards.`,
    references: ["CKV2_AWS_20", "FSBP ELB.1"],
    check: httpRedirects,
  },
  {
    id: "load-balancing/unknown-hosts-refused",
    severity: "medium",
    title: "Requests for a host that no rule names get a fixed error",
    why: "Scanners that know only the address reach a service, and a forged Host header reaches its links and caches.",
    fix: `Set the HTTPS listener's default_action to type = "fixed-response" with a 4xx status_code, and let rules forward.`,
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#fixed-response-actions",
    ],
    check: unknownHostsRefused,
  },
  {
    id: "load-balancing/listener-rules-name-hosts",
    severity: "medium",
    title: "Listener rules name the hosts that they are for",
    why: "A rule by path alone takes every host: one service answers for another's name.",
    fix: "Add a condition with host_header values to the aws_lb_listener_rule, without a bare *.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#host-conditions",
    ],
    check: listenerRulesNameHosts,
  },
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
    id: "load-balancing/desync-mitigation-strictest",
    severity: "medium",
    title: "Load balancers refuse requests that can be read in two ways",
    why: "What load balancer and service read differently smuggles a second request past every rule; AWS's default lets some of it pass.",
    fix: 'Set desync_mitigation_mode = "strictest" on the aws_lb.',
    references: ["CKV_AWS_328", "FSBP ELB.12"],
    check: desyncMitigationStrictest,
  },
  {
    id: "load-balancing/certificate-validated-by-dns",
    severity: "high",
    title: "Certificates are validated by DNS, and waited for",
    why: "One validated by mail runs out when nobody answers the mail; one that isn't waited for lets the listener fail, or serve nothing.",
    fix: 'Set validation_method = "DNS" on the aws_acm_certificate, write its records, and add an aws_acm_certificate_validation for it.',
    references: ["https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"],
    check: certificateValidatedByDns,
  },
  {
    id: "load-balancing/certificate-covers-hosts",
    severity: "high",
    title: "Certificates are for the hosts that their listener serves",
    why: "Browsers and clients refuse the connection: for them the host is down.",
    fix: "Name each host of the listener's rules in domain_name or subject_alternative_names of the aws_acm_certificate.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
    ],
    check: certificateCoversHosts,
  },
  {
    id: "load-balancing/certificate-names-hosts",
    severity: "low",
    title: "Certificates name hosts, not wildcards",
    why: "Whoever gets the key of a wildcard is every host of the domain, those of other teams too.",
    fix: "List the hosts in domain_name and subject_alternative_names.",
    references: ["CKV2_AWS_71"],
    check: certificateNamesHosts,
  },
  {
    id: "load-balancing/certificate-replaced-before-destroyed",
    severity: "medium",
    title: "Certificates are replaced before they are destroyed",
    why: "A new host name replaces the certificate: the old one is in use, can't be deleted, and the apply hangs; or HTTPS is down between the two.",
    fix: "Set create_before_destroy = true in the certificate's lifecycle.",
    references: ["CKV_AWS_233"],
    onlyIn: "configuration",
    check: certificateReplacedBeforeDestroyed,
  },
  {
    id: "load-balancing/certificate-strong-key",
    severity: "medium",
    title: "Certificates have a strong key",
    why: "A short RSA key can be factored by who can afford it: he is then your site.",
    fix: "Set key_algorithm on the aws_acm_certificate to RSA_2048 or stronger, or leave it out.",
    references: ["FSBP ACM.2"],
    check: certificateStrongKey,
  },
  {
    id: "load-balancing/certificate-transparency",
    severity: "low",
    title: "Certificates are entered in the public logs",
    why: "Browsers show a warning instead of the site for a certificate that isn't in the logs.",
    fix: 'Set options.certificate_transparency_logging_preference = "ENABLED" on the aws_acm_certificate, or leave it out.',
    references: ["CKV_AWS_234"],
    check: certificateTransparency,
  },
  {
    id: "load-balancing/target-group-health-check",
    severity: "high",
    title: "Target groups ask a path of their own whether a task can serve",
    why: "A task that is up but can't serve stays in: AWS's default asks /, which may answer, or redirect, with everything behind it down.",
    fix: "Set health_check on the aws_lb_target_group with path, enabled = true and a matcher of 2xx or 3xx codes, by HTTP, and interval × unhealthy_threshold of 120 s at most.",
    references: ["CKV_AWS_261"],
    check: targetGroupHealthCheck,
  },
  {
    id: "load-balancing/target-groups-get-requests",
    severity: "high",
    title: "Each service's target group gets requests from a listener",
    why: "The service runs, is paid for and healthy, and nobody reaches it.",
    fix: "Add an aws_lb_listener_rule that forwards to the target group.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html"],
    check: targetGroupsGetRequests,
  },
  {
    id: "load-balancing/deregistration-delay",
    severity: "medium",
    title: "Target groups give a removed target time, but not five minutes",
    why: "AWS's default keeps each old task for 300 s: deployments crawl, and a Spot reclaim, which comes after 120 s, cuts its connections; no delay at all cuts every one.",
    fix: "Set deregistration_delay on the aws_lb_target_group, to some 30 s.",
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/load-balancer-connection-draining.html",
    ],
    check: deregistrationDelay,
  },
  {
    id: "load-balancing/target-group-replaced-before-destroyed",
    severity: "medium",
    title: "Target groups are replaced before they are destroyed",
    why: "A changed port replaces the group: the old one is in use by a rule, can't be deleted, and the apply fails half way.",
    fix: "Set create_before_destroy = true in the target group's lifecycle, and a name that can change (name_prefix).",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group"],
    onlyIn: "configuration",
    check: targetGroupReplacedBeforeDestroyed,
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
    id: "load-balancing/alias-records-lead-to-load-balancer",
    severity: "medium",
    title: "Each host of a listener rule has a DNS record that leads to the load balancer",
    why: "The service runs, and nobody finds it; or the name leads elsewhere, to an address that somebody else may own by now.",
    fix: "Add an aws_route53_record with that name and an alias of the load balancer's dns_name and zone_id.",
    references: ["CKV2_AWS_23"],
    check: aliasRecordsLeadToLoadBalancer,
  },
  {
    id: "load-balancing/web-application-firewall",
    severity: "medium",
    title: "Public load balancers are behind AWS WAF",
    why: "Known attacks, Log4j among them, reach the services as they come.",
    fix: 'Add an aws_wafv2_web_acl_association of the load balancer; to do without on purpose, tag it WebApplicationFirewall = "none".',
    references: ["CKV2_AWS_28", "Security Hub ELB.16"],
    check: webApplicationFirewall,
  },
  {
    id: "load-balancing/web-application-firewall-blocks-common-attacks",
    severity: "medium",
    title: "The web ACL of a public load balancer blocks common attacks",
    why: "A web ACL without rules, or one that only counts, lets injections and traversals of directories pass.",
    fix: "Add a rule with the managed rule group AWSManagedRulesCommonRuleSet and override_action none.",
    references: ["https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html"],
    check: webApplicationFirewallBlocksCommonAttacks,
  },
  {
    id: "load-balancing/web-application-firewall-blocks-known-bad-inputs",
    severity: "medium",
    title: "The web ACL of a public load balancer blocks inputs that are known to be bad",
    why: "A new hole in a common library, as Log4j's, is tried everywhere within hours: before the patch, this is what stands in between.",
    fix: "Add a rule with the managed rule group AWSManagedRulesKnownBadInputsRuleSet and override_action none.",
    references: ["CKV2_AWS_76"],
    check: webApplicationFirewallBlocksKnownBadInputs,
  },
  {
    id: "load-balancing/web-application-firewall-metrics",
    severity: "low",
    title: "Web ACLs count what they block",
    why: "Nobody sees an attack, nor that a rule blocks one's own users since yesterday.",
    fix: "Set cloudwatch_metrics_enabled = true in each visibility_config of the aws_wafv2_web_acl.",
    references: ["https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html"],
    check: webApplicationFirewallMetrics,
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
    id: "load-balancing/no-stickiness",
    severity: "low",
    title: "Requests go to any healthy target",
    why: "Sessions that stick to a target are lost with its Spot instance, and load doesn't follow new targets.",
    fix: "Set stickiness.enabled = false, and keep sessions outside of the tasks.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html"],
    check: noStickiness,
  },
  {
    id: "load-balancing/priorities-apart",
    severity: "medium",
    title: "Rules of one listener or firewall have a priority each",
    why: "Two rules of one priority AWS refuses, after it has made the first.",
    fix: "Give each rule a priority of its own.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html"],
    check: prioritiesApart,
  },
  {
    id: "load-balancing/health-check-timing",
    severity: "medium",
    title: "A target that fails is found in thirty seconds, and a new one is used at once",
    why: "Until then its requests fail. Each further check that a new target has to pass delays the replacement of what a reclaim takes.",
    fix: "Set healthy_threshold = 2, and interval × unhealthy_threshold of 30 seconds at most; timeout shorter than interval.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/load-balancer-healthcheck.html"],
    check: healthCheckTiming,
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
  {
    id: "load-balancing/rules-reachable",
    severity: "high",
    title: "No listener rule takes all that a later one is for",
    why: "Rules are asked in the order of their priority: what the first takes never comes to the second, and its service gets no requests.",
    fix: "Give the wider rule the higher priority number, or narrow its hosts and paths.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-update-rules.html"],
    check: rulesReachable,
  },
];
