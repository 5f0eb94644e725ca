import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/instance-profile", {
  fails: {
    "there is none": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "iam_instance_profile") },
    "what it names is gone": { at: TEMPLATE, edit: (json) => json.remove("aws_iam_instance_profile.instance") },
    "it has no role": {
      at: "aws_iam_instance_profile.instance",
      edit: (json) => json.unset("aws_iam_instance_profile.instance", "role"),
    },
  },
  passes: {
    "one that is there already is named": (json) =>
      json.set(TEMPLATE, "iam_instance_profile", { name: "ecsInstanceRole" }),
  },
});
