import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { Identity } from "./identity";
import { EncryptedLogGroup } from "./log-group";

export interface FlowLogsProps {
  readonly environment: Environment;
  readonly key: KmsKey;
  readonly vpcId: string;
}

/** Every connection in the VPC, accepted or rejected, in a log group of its own. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, { environment, key, vpcId }: FlowLogsProps) {
    super(scope, id);
    const { name, region, accountId } = environment;
    const { group } = new EncryptedLogGroup(this, "LogGroup", { name: `/${name}/network/flow-logs`, environment, key });
    const { role, permissions } = new Identity(this, "Identity", {
      environment,
      name: `${name}-flow-logs`,
      description: `Writes the flow logs of ${name}`,
      service: "vpc-flow-logs.amazonaws.com",
      trustCondition: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:ec2:${region}:${accountId}:vpc-flow-log/*` },
      },
      statements: [
        {
          Sid: "WriteStreams",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `${group.arn}:log-stream:*`,
        },
        { Sid: "FindStreams", Action: "logs:DescribeLogStreams", Resource: `${group.arn}:*` },
        // AWS asks for it, and it names no resource.
        { Sid: "FindGroup", Action: "logs:DescribeLogGroups", Resource: "*" },
      ],
    });
    new FlowLog(this, "Resource", {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      // The shortest there is: ten minutes, the default, are long while something goes wrong.
      maxAggregationInterval: 60,
      tags: { Name: name },
      dependsOn: [...permissions],
    });
  }
}
