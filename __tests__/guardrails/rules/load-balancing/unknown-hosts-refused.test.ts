import { testRule } from "../../../support/rule-test";

testRule("load-balancing/unknown-hosts-refused", {
  fails: {
    "they get a service": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) =>
        json.set("aws_lb_listener.ingress_https", "default_action", [
          { type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" },
        ]),
    },
    "they get a fine answer": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) => json.set("aws_lb_listener.ingress_https", "default_action.0.fixed_response.status_code", "200"),
    },
  },
});
