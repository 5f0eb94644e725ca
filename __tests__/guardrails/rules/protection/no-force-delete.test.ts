import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("protection/no-force-delete", {
  fails: {
    "the group goes with its instances": { at: GROUP, edit: (json) => json.set(GROUP, "force_delete", true) },
    "the service goes with its tasks": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_ecs_service.web", "force_delete", true),
    },
  },
  passes: {
    "it isn't set": (json) => json.unset(GROUP, "force_delete"),
  },
});
