import { testRule } from "../../../support/rule-test";

testRule("load-balancing/alias-records-lead-to-load-balancer", {
  fails: {
    "the record is gone": {
      at: "aws_lb_listener_rule.web",
      edit: (json) => json.remove("aws_route53_record.ingress_www_production_example_com"),
    },
    "it has another name": {
      at: "aws_lb_listener_rule.web",
      edit: (json) =>
        json.set("aws_route53_record.ingress_www_production_example_com", "name", "web.production.example.com"),
    },
    "it leads elsewhere": {
      at: "aws_lb_listener_rule.web",
      edit: (json) =>
        json.set("aws_route53_record.ingress_www_production_example_com", "alias.name", "elsewhere.example.com"),
    },
    "a rule has a host more": {
      at: "aws_lb_listener_rule.web",
      edit: (json) =>
        json.set("aws_lb_listener_rule.web", "condition.0.host_header.values", [
          "www.production.example.com",
          "shop.production.example.com",
        ]),
    },
  },
  undecided: {
    "a variable says the name": {
      at: "aws_lb_listener_rule.web",
      edit: (json) => json.set("aws_route53_record.ingress_www_production_example_com", "name", "${var.name}"),
    },
  },
  passes: {
    "the name leaves the zone's out": (json) =>
      json.set("aws_route53_record.ingress_www_production_example_com", "name", "www"),
    "it is a CNAME": (json) => {
      json.unset("aws_route53_record.ingress_www_production_example_com", "alias");
      json.set("aws_route53_record.ingress_www_production_example_com", "records", ["${aws_lb.ingress.dns_name}"]);
    },
  },
});
