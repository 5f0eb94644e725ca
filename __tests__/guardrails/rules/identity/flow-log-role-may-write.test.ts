import { testRule } from "../../../support/rule-test";

const FLOW_LOG = "aws_flow_log.network_flow_logs";
const POLICY = "aws_iam_role_policy.network_flow_logs";

testRule("identity/flow-log-role-may-write", {
  fails: {
    "the policy is gone": { at: FLOW_LOG, edit: (json) => json.remove(POLICY) },
    "it is denied": { at: FLOW_LOG, edit: (json) => json.set(POLICY, "policy.Statement.0.Effect", "Deny") },
    "there is no role": { at: FLOW_LOG, edit: (json) => json.unset(FLOW_LOG, "iam_role_arn") },
    "the role is another one": {
      at: FLOW_LOG,
      edit: (json) => json.set(FLOW_LOG, "iam_role_arn", "${aws_iam_role.web_task.arn}"),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: FLOW_LOG,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
  },
  passes: {
    "it writes to a bucket, by no role": (json) => {
      json.unset(FLOW_LOG, "iam_role_arn");
      json.set(FLOW_LOG, "log_destination_type", "s3");
      json.set(FLOW_LOG, "log_destination", "arn:aws:s3:::flow-logs");
    },
  },
});
