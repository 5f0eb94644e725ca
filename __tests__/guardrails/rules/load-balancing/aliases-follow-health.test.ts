import { testRule } from "../../../support/rule-test";

const RECORD = "aws_route53_record.ingress_www_production_example_com";

testRule("load-balancing/aliases-follow-health", {
  fails: {
    "it doesn't": { at: RECORD, edit: (json) => json.set(RECORD, "alias.evaluate_target_health", false) },
  },
});
