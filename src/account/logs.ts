import { CloudWatchLogsClient, paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import { allOf } from "../aws/answers";
import type { Connection } from "../aws/connection";
import type { Existing } from "./existing";

/** Log groups. Their tags would be a call each. */
export async function logResources(connection: Connection): Promise<readonly Existing[]> {
  const client = new CloudWatchLogsClient(connection);
  const groups = await allOf(paginateDescribeLogGroups({ client }, {}), (page) => page.logGroups);
  return groups.map(({ logGroupName: name = "", arn }) => ({
    type: "aws_cloudwatch_log_group",
    id: name,
    arn: arn?.replace(/:\*$/, ""),
    name,
    attributes: { name },
    uses: [],
    tags: {},
  }));
}
