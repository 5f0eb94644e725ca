import { testRule } from "../../../support/rule-test";

testRule("load-balancing/spans-zones", {
  fails: {
    "a subnet names no zone": {
      at: "aws_lb.ingress",
      edit: (json) => json.unset("aws_subnet.network_public_a", "availability_zone"),
    },
    "it is in one zone": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "subnets", ["${aws_subnet.network_public_a.id}"]),
    },
    "it leaves a zone out": { at: "aws_lb.ingress", edit: (json) => json.unset("aws_lb.ingress", "subnets.2") },
    "it is in one zone of an unknown network": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "subnets", ["subnet-00000000"]),
    },
    "its subnets are in one zone": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.set("aws_subnet.network_public_b", "availability_zone", "us-east-1a");
        json.set("aws_subnet.network_public_c", "availability_zone", "us-east-1a");
        json.set("aws_subnet.network_private_b", "availability_zone", "us-east-1a");
        json.set("aws_subnet.network_private_c", "availability_zone", "us-east-1a");
      },
    },
  },
  undecided: {
    "a variable says where a subnet is": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_subnet.network_public_a", "availability_zone", "${var.zone}"),
    },
    "a variable names one of its subnets": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "subnets.0", "${var.subnet}"),
    },
    "a variable names its subnets": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "subnets", "${var.subnets}"),
    },
  },
  passes: {
    "its subnets are another stack's": (json) =>
      json.set("aws_lb.ingress", "subnets", ["subnet-00000000", "subnet-11111111"]),
    "it has fixed addresses": (json) => {
      json.unset("aws_lb.ingress", "subnets");
      json.set("aws_lb.ingress", "subnet_mapping", [
        { subnet_id: "${aws_subnet.network_public_a.id}" },
        { subnet_id: "${aws_subnet.network_public_b.id}" },
        { subnet_id: "${aws_subnet.network_public_c.id}" },
      ]);
    },
  },
});
