import { testRule } from "../../../support/rule-test";

const GROUP = "aws_security_group.compute";

testRule("network/egress-single-ports", {
  fails: {
    "it begins at the first port": { at: GROUP, edit: (json) => json.set(GROUP, "egress.1.from_port", 0) },
    "it ends before it begins": { at: GROUP, edit: (json) => json.set(GROUP, "egress.1.to_port", 5431) },
  },
});
