import { oneOf } from "../../expectation";
import { judgeAttribute, judgeCompanion } from "../../judge";
import type { Check } from "../../rule";

export const flowLogs: Check = (plan) =>
  plan
    .resources("aws_vpc")
    .map((vpc) =>
      judgeCompanion(plan, vpc, "aws_flow_log", "vpc_id", (log) =>
        judgeAttribute(log, "traffic_type", oneOf("ALL", "REJECT")),
      ),
    );
