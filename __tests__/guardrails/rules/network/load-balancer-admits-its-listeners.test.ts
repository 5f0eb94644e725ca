import { testRule } from "../../../support/rule-test";

const GROUP = "aws_security_group.load_balancer";
const BALANCER = "aws_lb.ingress";

testRule("network/load-balancer-admits-its-listeners", {
  fails: {
    "HTTPS is let in by nobody": { at: BALANCER, edit: (json) => json.unset(GROUP, "ingress.0") },
    "HTTP isn't, so nothing is redirected": { at: BALANCER, edit: (json) => json.unset(GROUP, "ingress.1") },
    "the rule is for nobody": { at: BALANCER, edit: (json) => json.set(GROUP, "ingress.0.cidr_blocks", []) },
    "the listener is on another port": {
      at: BALANCER,
      edit: (json) => json.set("aws_lb_listener.ingress_https", "port", 8443),
    },
  },
  undecided: {
    "a variable says who": {
      at: BALANCER,
      edit: (json) => {
        json.unset(GROUP, "ingress.1");
        json.set(GROUP, "ingress.0.cidr_blocks", "${var.ranges}");
      },
    },
  },
  passes: {
    "one rule is for both": (json) => {
      json.set(GROUP, "ingress.0.from_port", 80);
      json.unset(GROUP, "ingress.1");
    },
  },
});
