import { testRule } from "../../../support/rule-test";

testRule("load-balancing/https-listener", {
  fails: {
    "the listener is gone": { at: "aws_lb.ingress", edit: (json) => json.remove("aws_lb_listener.ingress_https") },
    "it speaks HTTP": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb_listener.ingress_https", "protocol", "HTTP"),
    },
    "it is another load balancer's": {
      at: "aws_lb.ingress",
      edit: (json) =>
        json.set(
          "aws_lb_listener.ingress_https",
          "load_balancer_arn",
          "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/a/0",
        ),
    },
    "the certificate is gone": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) => json.unset("aws_lb_listener.ingress_https", "certificate_arn"),
    },
    "it names no certificate": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) => json.set("aws_lb_listener.ingress_https", "certificate_arn", "${aws_vpc.network.arn}"),
    },
  },
  passes: {
    "the certificate is there already": (json) =>
      json.set("aws_lb_listener.ingress_https", "certificate_arn", "${data.aws_acm_certificate.web.arn}"),
    "the load balancer isn't public": (json) => {
      json.set("aws_lb.ingress", "internal", true);
      json.remove("aws_lb_listener.ingress_https");
    },
  },
  undecided: {
    "a variable says what it speaks": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb_listener.ingress_https", "protocol", "${var.protocol}"),
    },
  },
});
