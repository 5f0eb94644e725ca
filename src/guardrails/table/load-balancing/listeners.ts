import type { Rule } from "../../rule";
import { desyncMitigationStrictest } from "../../rules/load-balancing/desync-mitigation-strictest";
import { dropInvalidHeaders } from "../../rules/load-balancing/drop-invalid-headers";
import { httpRedirects } from "../../rules/load-balancing/http-redirects";
import { httpsListener } from "../../rules/load-balancing/https-listener";
import { listenerRulesNameHosts } from "../../rules/load-balancing/listener-rules-name-hosts";
import { prioritiesApart } from "../../rules/load-balancing/priorities-apart";
import { rulesReachable } from "../../rules/load-balancing/rules-reachable";
import { tlsPolicy } from "../../rules/load-balancing/tls-policy";
import { unknownHostsRefused } from "../../rules/load-balancing/unknown-hosts-refused";

/** What load balancers listen to, and whom they send requests to. */
export const listeners: readonly Rule[] = [
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
    id: "load-balancing/priorities-apart",
    severity: "medium",
    title: "Rules of one listener or firewall have a priority each",
    why: "Two rules of one priority AWS refuses, after it has made the first.",
    fix: "Give each rule a priority of its own.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html"],
    check: prioritiesApart,
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
  {
    id: "load-balancing/desync-mitigation-strictest",
    severity: "medium",
    title: "Load balancers refuse requests that can be read in two ways",
    why: "What load balancer and service read differently smuggles a second request past every rule; AWS's default lets some of it pass.",
    fix: 'Set desync_mitigation_mode = "strictest" on the aws_lb.',
    references: ["CKV_AWS_328", "FSBP ELB.12"],
    check: desyncMitigationStrictest,
  },
];
