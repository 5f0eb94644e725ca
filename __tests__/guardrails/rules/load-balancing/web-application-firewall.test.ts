import { testRule } from "../../../support/rule-test";

testRule("load-balancing/web-application-firewall", {
  fails: {
    "the association is gone": {
      at: "aws_lb.ingress",
      edit: (json) => json.remove("aws_wafv2_web_acl_association.firewall"),
    },
    "it is another load balancer's": {
      at: "aws_lb.ingress",
      edit: (json) =>
        json.set(
          "aws_wafv2_web_acl_association.firewall",
          "resource_arn",
          "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/a/0",
        ),
    },
    "it names no web ACL": {
      at: "aws_wafv2_web_acl_association.firewall",
      edit: (json) => json.set("aws_wafv2_web_acl_association.firewall", "web_acl_arn", "${aws_vpc.network.arn}"),
    },
  },
  waived: {
    "a tag says that it does without": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.remove("aws_wafv2_web_acl_association.firewall");
        json.set("aws_lb.ingress", "tags", { WebApplicationFirewall: "none" });
      },
    },
  },
  passes: {
    "the web ACL is another stack's": (json) =>
      json.set(
        "aws_wafv2_web_acl_association.firewall",
        "web_acl_arn",
        "arn:aws:wafv2:us-east-1:000000000000:regional/webacl/a/0",
      ),
  },
});
