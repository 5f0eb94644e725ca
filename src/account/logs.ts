import { CloudWatchLogsClient, paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import type { Connection } from "../aws/connection";
import type { Existing } from "./existing";

/** Log groups. Their tags would be a call each. */
export async function logResources(connection: Connection): Promise<readonly Existing[]> {
  const client = new CloudWatchLogsClient(connection);
  const found: Existing[] = [];
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {})) {
    for (const { logGroupName: name = "", arn } of logGroups) {
      const plain = arn?.replace(/:\*$/, "");
      const attributes = { name };
      found.push({ type: "aws_cloudwatch_log_group", id: name, arn: plain, name, attributes, uses: [], tags: {} });
    }
  }
  return found;
}
