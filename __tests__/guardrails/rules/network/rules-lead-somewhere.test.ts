import { testRule } from "../../../support/rule-test";

const GROUP = "aws_security_group.compute";

testRule("network/rules-lead-somewhere", {
  fails: {
    "a way out to nobody": { at: GROUP, edit: (json) => json.set(GROUP, "egress.1.cidr_blocks", []) },
    "a way in for nobody": { at: GROUP, edit: (json) => json.set(GROUP, "ingress.0.security_groups", []) },
  },
});
