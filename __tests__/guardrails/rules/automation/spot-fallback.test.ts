import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.spot_fallback";
const GROUP = "aws_autoscaling_group.capacity";

testRule("automation/spot-fallback", {
  fails: {
    "there is none": { at: GROUP, edit: (json) => json.remove(MACHINE) },
    "a call changes nothing": {
      at: GROUP,
      edit: (json) => json.unset(MACHINE, "definition.States.Rise.Parameters.MixedInstancesPolicy"),
    },
    "the machine moves another group": {
      at: GROUP,
      edit: (json) => {
        const text = String(json.get(MACHINE, "definition"));
        json.set(MACHINE, "definition", text.replaceAll("${aws_autoscaling_group.capacity.id}", "another"));
      },
    },
  },
  undecided: {
    "the definition is known only at apply": {
      at: GROUP,
      edit: (json) => json.set(MACHINE, "definition", "${var.from_outside}"),
    },
  },
  passes: {
    "a group that is all On-Demand needs none": (json) => {
      json.remove(MACHINE);
      json.set(GROUP, "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity", 100);
    },
  },
});
