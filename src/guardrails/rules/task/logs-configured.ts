import { namesOneOf, oneOf } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, valueAt } from "../../vocabulary/containers";

/** Drivers that take logs off the instance. */
const DRIVERS = oneOf("awslogs", "awsfirelens", "splunk", "fluentd", "gelf", "syslog", "logentries");

export const logsConfigured: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition: { address } }, what) => {
    const driver = valueAt(definition, "logConfiguration.logDriver");
    const group = valueAt(definition, "logConfiguration.options.awslogs-group");
    return allOf(address, [
      judgeValue(address, `logDriver of ${what}`, driver, DRIVERS),
      ...(driver === "awslogs"
        ? [judgeValue(address, `awslogs-group of ${what}`, group, namesOneOf(plan, "aws_cloudwatch_log_group"))]
        : []),
    ]);
  });
