import { testRule } from "../../../support/rule-test";

const GROUP = "aws_security_group.compute";

testRule("network/compute-reaches-aws", {
  fails: {
    "instances are let out by nothing": { at: GROUP, edit: (json) => json.set(GROUP, "egress", []) },
    "tasks are let out to the database alone": {
      at: "aws_security_group.api",
      edit: (json) => json.unset("aws_security_group.api", "egress.0"),
    },
    "the rule leads nowhere": { at: GROUP, edit: (json) => json.set(GROUP, "egress.0.cidr_blocks", []) },
  },
  undecided: {
    "a variable says where to": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "egress", "${var.egress}"),
    },
  },
  passes: {
    "it leads to the endpoints alone": (json) => {
      json.set(GROUP, "egress.0.cidr_blocks", null);
      json.set(GROUP, "egress.0.security_groups", ["${aws_security_group.endpoints.id}"]);
    },
  },
});
