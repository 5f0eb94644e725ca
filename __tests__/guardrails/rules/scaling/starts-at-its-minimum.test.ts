import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("scaling/starts-at-its-minimum", {
  fails: {
    "it starts with none": { at: SERVICE, edit: (json) => json.set(SERVICE, "desired_count", 0) },
    "it says nothing": { at: SERVICE, edit: (json) => json.unset(SERVICE, "desired_count") },
    "its minimum is another": {
      at: SERVICE,
      edit: (json) => json.set("aws_appautoscaling_target.web", "min_capacity", 5),
    },
  },
  undecided: {
    "a variable says it": { at: SERVICE, edit: (json) => json.set(SERVICE, "desired_count", "${var.count}") },
  },
});
