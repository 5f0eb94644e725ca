import { testRule } from "../../../support/rule-test";

testRule("instance/one-network-interface", {
  fails: {
    "a launch template has two": {
      at: "aws_launch_template.capacity",
      edit: (json) =>
        json.set("aws_launch_template.capacity", "network_interfaces.1", {
          associate_public_ip_address: "false",
          device_index: 1,
          security_groups: ["${aws_security_group.compute.id}"],
        }),
    },
    "an instance has two": {
      at: "aws_instance.own",
      edit: (json) => {
        const interfaces = [
          { device_index: 0, network_interface_id: "eni-1" },
          { device_index: 1, network_interface_id: "eni-2" },
        ];
        json.add("aws_instance.own", { network_interface: interfaces }, "aws_launch_template.capacity");
      },
    },
  },
});
