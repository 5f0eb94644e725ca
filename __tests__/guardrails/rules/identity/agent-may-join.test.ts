import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.instance";
const INSTANCE_ROLE = "aws_iam_role.instance";

testRule("identity/agent-may-join", {
  fails: {
    "it may not register": { at: INSTANCE_ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.0") },
    "it may not report a task's network interface": {
      at: INSTANCE_ROLE,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.0.Action", [
          "ecs:RegisterContainerInstance",
          "ecs:SubmitContainerStateChange",
          "ecs:SubmitTaskStateChange",
        ]),
    },
    "it may not poll": { at: INSTANCE_ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.1") },
    "it may not find its endpoint": { at: INSTANCE_ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.2") },
    "the policy is gone": { at: INSTANCE_ROLE, edit: (json) => json.remove(POLICY) },
    "the policy is another role's": {
      at: INSTANCE_ROLE,
      edit: (json) => json.set(POLICY, "role", "${aws_iam_role.web_task.name}"),
    },
    "the profile has another role": {
      at: "aws_iam_role.web_task",
      edit: (json) => json.set("aws_iam_instance_profile.instance", "role", "${aws_iam_role.web_task.name}"),
    },
  },
  passes: {
    "no task has a network interface of its own to report": (json) => {
      json.remove("aws_ecs_task_definition.api");
      json.set(POLICY, "policy.Statement.0.Action", [
        "ecs:RegisterContainerInstance",
        "ecs:SubmitContainerStateChange",
        "ecs:SubmitTaskStateChange",
      ]);
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: INSTANCE_ROLE,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
    "a policy of AWS's may allow it": {
      at: INSTANCE_ROLE,
      edit: (json) => {
        json.remove(POLICY);
        json.add(
          "aws_iam_role_policy_attachment.agent",
          {
            role: "${aws_iam_role.instance.name}",
            policy_arn: "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
          },
          INSTANCE_ROLE,
        );
      },
    },
  },
});
