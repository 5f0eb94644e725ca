import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";
const PATH = "network_interfaces.0.associate_public_ip_address";
const SUBNET = "aws_subnet.network_private_a";

testRule("instance/no-public-address", {
  fails: {
    "an instance has it so": {
      at: "aws_instance.own",
      edit: (json) =>
        json.add("aws_instance.own", { associate_public_ip_address: true }, "aws_launch_template.capacity"),
    },
    "a launch configuration says nothing of it": {
      at: "aws_launch_configuration.own",
      edit: (json) => json.add("aws_launch_configuration.own", {}, "aws_launch_template.capacity"),
    },
    "it has one": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, PATH, "true") },
    "the subnet decides, and gives one": {
      at: TEMPLATE,
      edit: (json) => {
        json.unset(TEMPLATE, PATH);
        json.set(SUBNET, "map_public_ip_on_launch", true);
      },
    },
  },
  undecided: {
    "a variable without a default says it": {
      at: TEMPLATE,
      edit: (json) => {
        json.set(TEMPLATE, PATH, "${var.from_outside}");
        json.set(SUBNET, "map_public_ip_on_launch", true);
      },
    },
    "a subnet elsewhere decides": {
      at: TEMPLATE,
      edit: (json) => {
        json.unset(TEMPLATE, "network_interfaces");
        json.set("aws_autoscaling_group.capacity", "vpc_zone_identifier", ["subnet-0123"]);
      },
    },
  },
  passes: {
    "the subnets decide, and give none": (json) => json.unset(TEMPLATE, "network_interfaces"),
  },
});
