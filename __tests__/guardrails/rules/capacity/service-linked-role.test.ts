import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/service-linked-role", {
  fails: {
    "the group uses the account's common role": {
      at: GROUP,
      edit: (json) => json.unset(GROUP, "service_linked_role_arn"),
    },
    "it names another role": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "service_linked_role_arn", "${aws_iam_role.instance.arn}"),
    },
  },
});
