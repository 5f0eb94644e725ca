import type { EventFields } from "../../../cloudwatch/event-patterns";
import type { Resource } from "../../../plan/plan";
import type { Check } from "../../rule";
import { judgeTold } from "../../vocabulary/event-detection";

export const stateMachineFailureTold: Check = (plan) =>
  judgeTold(
    plan,
    plan.resources("aws_sfn_state_machine").flatMap((subject) =>
      ["FAILED", "TIMED_OUT"].map((status) => ({
        what: `an execution that ${status === "FAILED" ? "failed" : "took too long"}`,
        subject,
        event: execution(subject, status),
        noise: [execution(subject, "SUCCEEDED")],
      })),
    ),
  );

function execution(stateMachineArn: Resource, status: string): EventFields {
  return {
    source: "aws.states",
    "detail-type": "Step Functions Execution Status Change",
    detail: { stateMachineArn, status },
  };
}
