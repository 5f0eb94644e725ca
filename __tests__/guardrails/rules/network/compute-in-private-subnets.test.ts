import { testRule } from "../../../support/rule-test";

testRule("network/compute-in-private-subnets", {
  fails: {
    "instances are in a public subnet": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) =>
        json.set("aws_autoscaling_group.capacity", "vpc_zone_identifier.0", "${aws_subnet.network_public_a.id}"),
    },
    "tasks are in a public subnet": {
      at: "aws_ecs_service.api",
      edit: (json) =>
        json.set("aws_ecs_service.api", "network_configuration.subnets.0", "${aws_subnet.network_public_a.id}"),
    },
    "private subnets lead to the internet gateway": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        for (const zone of ["a", "b", "c"]) {
          json.set(`aws_route_table.network_private_${zone}`, "route", [
            { cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.network.id}" },
          ]);
        }
      },
    },
  },
  undecided: {
    "a subnet is another stack's": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.set("aws_autoscaling_group.capacity", "vpc_zone_identifier.0", "subnet-00000000"),
    },
  },
});
