import { testRule } from "../../../support/rule-test";

const OVERRIDES = "mixed_instances_policy.launch_template.override";
const ON_DEMAND = "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity";

testRule("capacity/several-instance-types", {
  fails: {
    "a group of On-Demand has one": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.set("aws_autoscaling_group.capacity", OVERRIDES, [{ instance_type: "m6i.large" }]);
        json.set("aws_autoscaling_group.capacity", ON_DEMAND, 100);
      },
    },
    "it has one twice": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) =>
        json.set("aws_autoscaling_group.capacity", OVERRIDES, [
          { instance_type: "m6i.large" },
          { instance_type: "m6i.large" },
        ]),
    },
    "the launch template's is the only one": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.unset("aws_autoscaling_group.capacity", "mixed_instances_policy");
        json.set("aws_autoscaling_group.capacity", "launch_template", { id: "${aws_launch_template.capacity.id}" });
        json.set("aws_launch_template.capacity", "instance_type", "m6i.large");
      },
    },
  },
  undecided: {
    "a variable names them": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.set("aws_autoscaling_group.capacity", OVERRIDES, "${var.overrides}"),
    },
  },
  passes: {
    "AWS chooses by requirements": (json) => {
      const requirements = { memory_mib: { min: 8192 }, vcpu_count: { min: 2 } };
      json.set("aws_autoscaling_group.capacity", OVERRIDES, [{ instance_requirements: requirements }]);
    },
  },
});
