import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/spans-zones", {
  fails: {
    "a zone is left out": { at: GROUP, edit: (json) => json.unset(GROUP, "vpc_zone_identifier.0") },
    "its subnets are all the same": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "vpc_zone_identifier.*", "${aws_subnet.network_private_a.id}"),
    },
  },
  undecided: {
    "its subnets are known only at apply": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "vpc_zone_identifier", "${var.from_outside}"),
    },
  },
});
