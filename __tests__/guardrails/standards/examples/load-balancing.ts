import type { Example } from "../example";

/** Load balancers, listeners, target groups, certificates, records, the firewall. */
export const loadBalancing: readonly Example[] = [
  {
    ids: ["CKV_AWS_91", "FSBP ELB.5"],
    at: "aws_lb.ingress",
    edit: (json) => json.unset("aws_lb.ingress", "access_logs"),
  },
  {
    ids: ["CKV_AWS_131", "FSBP ELB.4"],
    at: "aws_lb.ingress",
    edit: (json) => json.set("aws_lb.ingress", "drop_invalid_header_fields", false),
  },
  {
    ids: ["CKV_AWS_150", "FSBP ELB.6"],
    at: "aws_lb.ingress",
    edit: (json) => json.set("aws_lb.ingress", "enable_deletion_protection", false),
  },
  {
    ids: ["CKV_AWS_328", "FSBP ELB.12"],
    at: "aws_lb.ingress",
    edit: (json) => json.set("aws_lb.ingress", "desync_mitigation_mode", "monitor"),
  },
  {
    ids: ["CKV_AWS_2", "FSBP ELB.18"],
    at: "aws_lb.ingress",
    edit: (json) => json.set("aws_lb_listener.ingress_https", "protocol", "HTTP"),
  },
  {
    ids: ["CKV_AWS_103", "CKV2_AWS_74", "FSBP ELB.17", "Prowler elbv2_insecure_ssl_ciphers"],
    at: "aws_lb_listener.ingress_https",
    edit: (json) => json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-2016-08"),
  },
  {
    ids: ["CKV2_AWS_20", "FSBP ELB.1"],
    at: "aws_lb_listener.ingress_http",
    edit: (json) =>
      json.set("aws_lb_listener.ingress_http", "default_action", [
        { type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" },
      ]),
  },
  {
    ids: ["CKV2_AWS_28", "Security Hub ELB.16"],
    at: "aws_lb.ingress",
    edit: (json) => json.remove("aws_wafv2_web_acl_association.firewall"),
  },
  {
    ids: ["CKV2_AWS_76"],
    at: "aws_wafv2_web_acl.firewall",
    edit: (json) => json.set("aws_wafv2_web_acl.firewall", "rule", []),
  },
  {
    ids: ["CKV_AWS_261"],
    at: "aws_lb_target_group.web",
    edit: (json) => json.unset("aws_lb_target_group.web", "health_check"),
  },
  {
    ids: ["FSBP ELB.13"],
    at: "aws_lb.ingress",
    edit: (json) => json.set("aws_lb.ingress", "subnets", ["${aws_subnet.network_public_a.id}"]),
  },
  {
    ids: ["CKV_AWS_233"],
    at: "aws_acm_certificate.certificate",
    edit: (json) => json.unset("aws_acm_certificate.certificate", "lifecycle"),
  },
  {
    ids: ["CKV_AWS_234"],
    at: "aws_acm_certificate.certificate",
    edit: (json) =>
      json.set("aws_acm_certificate.certificate", "options.certificate_transparency_logging_preference", "DISABLED"),
  },
  {
    ids: ["CKV2_AWS_71"],
    at: "aws_acm_certificate.certificate",
    edit: (json) => json.set("aws_acm_certificate.certificate", "subject_alternative_names", ["*.example.com"]),
  },
  {
    ids: ["FSBP ACM.2"],
    at: "aws_acm_certificate.certificate",
    edit: (json) => json.set("aws_acm_certificate.certificate", "key_algorithm", "RSA_1024"),
  },
  {
    ids: ["CKV2_AWS_23"],
    at: "aws_lb_listener_rule.web",
    edit: (json) => json.set("aws_route53_record.ingress_www_production_example_com", "alias.name", "old.example.com"),
  },
];
