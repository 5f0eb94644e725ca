import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { clusterName } from "./adopted";
import { Identity } from "./identity";
import type { Statement } from "./policy";

export interface InstanceIdentityProps {
  readonly environment: Environment;
  readonly cluster: EcsCluster;
}

/** What an instance may do: be a container instance of its own cluster, and be reached by Session Manager. */
export class InstanceIdentity extends Construct {
  readonly identity: Identity;
  readonly profile: IamInstanceProfile;

  constructor(scope: Construct, id: string, { environment, cluster }: InstanceIdentityProps) {
    super(scope, id);
    const name = `${environment.name}-instance`;
    this.identity = new Identity(this, "Identity", {
      environment,
      name,
      description: `Container instances of ${environment.name}`,
      service: "ec2.amazonaws.com",
      statements: [...agentStatements(environment, cluster), ...sessionStatements(environment)],
    });
    this.profile = new IamInstanceProfile(this, "Profile", { name, role: this.identity.role.name });
  }
}

/**
 * The calls that the ECS agent makes, and no other. AWS's own policy, AmazonEC2ContainerServiceforEC2Role, has more, all
 * on `*`; so `ecs:DeregisterContainerInstance`, which ECS itself does when an instance is terminated.
 * @see https://github.com/aws/amazon-ecs-agent/blob/master/ecs-agent/api/ecs/interface.go
 */
function agentStatements(environment: Environment, cluster: EcsCluster): Statement[] {
  const { region, accountId, services } = environment;
  // A network interface of a task's own is what an agent has to report as attached.
  const hasInterfaces = services.some(({ networkMode }) => networkMode === "awsvpc");
  return [
    {
      Sid: "JoinTheCluster",
      Action: [
        "ecs:RegisterContainerInstance",
        ...(hasInterfaces ? ["ecs:SubmitAttachmentStateChanges"] : []),
        "ecs:SubmitContainerStateChange",
        "ecs:SubmitTaskStateChange",
      ],
      Resource: cluster.arn,
    },
    {
      Sid: "ServeTheCluster",
      Action: ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
      Resource: `arn:aws:ecs:${region}:${accountId}:container-instance/${clusterName(environment)}/*`,
      Condition: { ArnEquals: { "ecs:cluster": cluster.arn } },
    },
    // IAM knows no resource for it.
    { Sid: "FindTheEndpoint", Action: "ecs:DiscoverPollEndpoint", Resource: "*" },
  ];
}

/** A way in for people without SSH: no port, no key pair, each session logged by IAM identity. */
function sessionStatements({ region, accountId }: Environment): Statement[] {
  return [
    {
      Sid: "AnswerSessionManager",
      Action: "ssm:UpdateInstanceInformation",
      Resource: `arn:aws:ec2:${region}:${accountId}:instance/*`,
    },
    {
      Sid: "OpenSessions",
      Action: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      // IAM knows no resource for them.
      Resource: "*",
    },
  ];
}
