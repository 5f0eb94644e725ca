import { testRule } from "../../../support/rule-test";

testRule("load-balancing/desync-mitigation-strictest", {
  fails: {
    "it only watches": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "desync_mitigation_mode", "monitor"),
    },
    "nothing is said": { at: "aws_lb.ingress", edit: (json) => json.unset("aws_lb.ingress", "desync_mitigation_mode") },
  },
  passes: {
    "it is a network load balancer": (json) => {
      json.set("aws_lb.ingress", "load_balancer_type", "network");
      json.unset("aws_lb.ingress", "desync_mitigation_mode");
    },
  },
});
