import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";
const PATH = "network_interfaces.0.associate_public_ip_address";

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
    "the subnet decides": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, PATH) },
    "there are no network interfaces": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "network_interfaces") },
  },
  undecided: {
    "a variable without a default says it": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, PATH, "${var.from_outside}"),
    },
  },
});
