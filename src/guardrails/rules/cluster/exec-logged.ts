import { equals, isSet, namesOneOf } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const EXEC = "configuration.execute_command_configuration";
const BUCKET = `${EXEC}.log_configuration.s3_bucket_name`;
const LOG_GROUP = `${EXEC}.log_configuration.cloud_watch_log_group_name`;

export const execLogged: Check = (plan) =>
  plan
    .resources("aws_ecs_cluster")
    .map((cluster) =>
      allOf(cluster.address, [
        judgeAttribute(cluster, `${EXEC}.logging`, equals("OVERRIDE")),
        isSet.holds(cluster.get(BUCKET))
          ? judgeAttribute(cluster, BUCKET, namesOneOf(plan, "aws_s3_bucket"))
          : judgeAttribute(cluster, LOG_GROUP, namesOneOf(plan, "aws_cloudwatch_log_group")),
      ]),
    );
