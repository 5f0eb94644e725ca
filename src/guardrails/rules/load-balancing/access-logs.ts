import { equals, namesOneOf } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const accessLogs: Check = (plan) =>
  plan
    .resources("aws_lb")
    .map((balancer) =>
      allOf(balancer.address, [
        judgeAttribute(balancer, "access_logs.enabled", equals(true), false),
        judgeAttribute(balancer, "access_logs.bucket", namesOneOf(plan, "aws_s3_bucket")),
      ]),
    );
