import type { Account } from "../account";
import { ACCOUNT } from "../applied";
import { service } from "../request";
import type { Use } from "./use";

/**
 * What each flow log calls.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export function flowLogUses(account: Account): readonly Use[] {
  return account.resourcesOf("aws_flow_log").flatMap(({ address, body }) => {
    const role = account.role(account.roleAt(body.iam_role_arn));
    const by = { kind: "role", address: role.address } as const;
    const group = String(body.log_destination);
    const region = group.split(":")[3];
    const stream = `${group}:log-stream:eni-0123456789abcdef0-all`;
    const when = `${address}: a connection is recorded`;
    return [
      {
        when,
        by: service("vpc-flow-logs.amazonaws.com"),
        does: "sts:AssumeRole",
        on: role.arn,
        context: {
          "aws:SourceAccount": ACCOUNT,
          "aws:SourceArn": `arn:aws:ec2:${region}:${ACCOUNT}:vpc-flow-log/fl-0123456789abcdef0`,
        },
      },
      { when, by, does: "logs:DescribeLogGroups", on: "*" },
      // IAM is asked about the group as a stream without a name.
      { when, by, does: "logs:DescribeLogStreams", on: `${group}:log-stream:` },
      { when, by, does: "logs:CreateLogStream", on: stream },
      { when, by, does: "logs:PutLogEvents", on: stream },
    ];
  });
}
