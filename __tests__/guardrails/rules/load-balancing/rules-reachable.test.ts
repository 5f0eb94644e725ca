import { testRule } from "../../../support/rule-test";

const API = "aws_lb_listener_rule.api";
const WEB = "aws_lb_listener_rule.web";

testRule("load-balancing/rules-reachable", {
  fails: {
    "the first takes every path": { at: WEB, edit: (json) => json.unset(API, "condition.1") },
    "the wider one comes first": { at: API, edit: (json) => json.set(WEB, "priority", 50) },
  },
  passes: {
    "the first asks for a header, too": (json) => {
      json.set(API, "condition.1", { http_header: { http_header_name: "X-Api", values: ["*"] } });
    },
  },
});
