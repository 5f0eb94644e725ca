import { namesOneOf, oneOf } from "../../expectation";
import { allOf, judgeAttribute, judgeCompanion, judgeValue } from "../../judge";
import type { Check } from "../../rule";

const DESTINATIONS = ["aws_cloudwatch_log_group", "aws_s3_bucket", "aws_kinesis_firehose_delivery_stream"] as const;

export const flowLogs: Check = (plan) =>
  plan.resources("aws_vpc").map((vpc) =>
    judgeCompanion(plan, vpc, "aws_flow_log", "vpc_id", (log) => {
      const destination = log.get("log_destination") ?? log.get("log_group_name");
      return allOf(log.address, [
        judgeAttribute(log, "traffic_type", oneOf("ALL", "REJECT")),
        judgeValue(log.address, "log_destination", destination, namesOneOf(plan, ...DESTINATIONS)),
      ]);
    }),
  );
