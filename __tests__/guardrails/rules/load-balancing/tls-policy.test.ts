import { testRule } from "../../../support/rule-test";

testRule("load-balancing/tls-policy", {
  fails: {
    "it takes TLS 1.0": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) => json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-2016-08"),
    },
    "it takes TLS 1.1": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) => json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-TLS13-1-1-2021-06"),
    },
    "it has no TLS 1.3": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) => json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-TLS-1-2-2017-01"),
    },
    "it takes weak ciphers": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) =>
        json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06"),
    },
    "nothing is said": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) => json.unset("aws_lb_listener.ingress_https", "ssl_policy"),
    },
  },
  passes: {
    "it is TLS13-1-3-2021-06": (json) =>
      json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-TLS13-1-3-2021-06"),
    "it is TLS13-1-2-2021-06": (json) =>
      json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-TLS13-1-2-2021-06"),
    "it is TLS13-1-2-Res-PQ-2025-09": (json) =>
      json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"),
    "it is TLS13-1-2-Res-FIPS-PQ-2025-09": (json) =>
      json.set("aws_lb_listener.ingress_https", "ssl_policy", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09"),
  },
});
