import { testRule } from "../../../support/rule-test";

testRule("load-balancing/http-redirects", {
  fails: {
    "it forwards": {
      at: "aws_lb_listener.ingress_http",
      edit: (json) =>
        json.set("aws_lb_listener.ingress_http", "default_action", [
          { type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" },
        ]),
    },
    "it redirects to HTTP": {
      at: "aws_lb_listener.ingress_http",
      edit: (json) => json.set("aws_lb_listener.ingress_http", "default_action.0.redirect.protocol", "HTTP"),
    },
    "it keeps the protocol": {
      at: "aws_lb_listener.ingress_http",
      edit: (json) => json.unset("aws_lb_listener.ingress_http", "default_action.0.redirect.protocol"),
    },
    "it redirects to a port where nothing listens": {
      at: "aws_lb_listener.ingress_http",
      edit: (json) => json.set("aws_lb_listener.ingress_http", "default_action.0.redirect.port", "8443"),
    },
    "it keeps the port": {
      at: "aws_lb_listener.ingress_http",
      edit: (json) => json.unset("aws_lb_listener.ingress_http", "default_action.0.redirect.port"),
    },
    "it redirects for now": {
      at: "aws_lb_listener.ingress_http",
      edit: (json) => json.set("aws_lb_listener.ingress_http", "default_action.0.redirect.status_code", "HTTP_302"),
    },
    "a rule of it forwards": {
      at: "aws_lb_listener_rule.plain",
      edit: (json) =>
        json.add(
          "aws_lb_listener_rule.plain",
          {
            listener_arn: "${aws_lb_listener.ingress_http.arn}",
            action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
            condition: [{ path_pattern: { values: ["/*"] } }],
          },
          "aws_lb_listener.ingress_http",
        ),
    },
    "port 80 is open, and nothing redirects": {
      at: "aws_lb.ingress",
      edit: (json) => json.remove("aws_lb_listener.ingress_http"),
    },
  },
  passes: {
    "HTTPS listens elsewhere": (json) => {
      json.set("aws_lb_listener.ingress_https", "port", 8443);
      json.set("aws_lb_listener.ingress_http", "default_action.0.redirect.port", "8443");
    },
    "port 80 is closed": (json) => {
      json.remove("aws_lb_listener.ingress_http");
      json.unset("aws_security_group.load_balancer", "ingress.1");
    },
  },
  undecided: {
    "a variable says what it does": {
      at: "aws_lb_listener.ingress_http",
      edit: (json) => json.set("aws_lb_listener.ingress_http", "default_action", "${var.actions}"),
    },
    "a variable says where HTTPS listens": {
      at: "aws_lb_listener.ingress_http",
      edit: (json) => json.set("aws_lb_listener.ingress_https", "port", "${var.port}"),
    },
  },
});
