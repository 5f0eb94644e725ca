import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.spot_fallback";
const TRACED = "tracing_configuration.enabled";

testRule("automation/machines-may-trace", {
  absent: true,
  fails: {
    "its role may send nothing": { at: MACHINE, edit: (json) => json.set(MACHINE, TRACED, true) },
  },
  undecided: {
    "a policy of AWS's is attached": {
      at: MACHINE,
      edit: (json) => {
        json.set(MACHINE, TRACED, true);
        json.add(
          "aws_iam_role_policy_attachment.more",
          {
            role: "${aws_iam_role.spot_fallback.name}",
            policy_arn: "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess",
          },
          MACHINE,
        );
      },
    },
  },
});
