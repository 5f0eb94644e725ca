import { testRule } from "../../../support/rule-test";

const GROUP = "aws_security_group.load_balancer";
const BALANCER = "aws_lb.ingress";

testRule("network/load-balancer-reaches-its-targets", {
  fails: {
    "nothing is let out": { at: BALANCER, edit: (json) => json.set(GROUP, "egress", []) },
    "dynamic ports aren't": { at: BALANCER, edit: (json) => json.unset(GROUP, "egress.0") },
    "a container's own port isn't": { at: BALANCER, edit: (json) => json.unset(GROUP, "egress.1") },
    "the rule leads nowhere": { at: BALANCER, edit: (json) => json.set(GROUP, "egress.1.cidr_blocks", []) },
  },
  undecided: {
    "a variable says where to": {
      at: BALANCER,
      edit: (json) => {
        json.unset(GROUP, "egress.0");
        json.set(GROUP, "egress.0.cidr_blocks", "${var.ranges}");
      },
    },
  },
});
