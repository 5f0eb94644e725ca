import type { Account } from "../account";
import { ACCOUNT, type Applied } from "../applied";
import { service } from "../request";
import type { Use } from "./use";

/** What instances of each launch template call: EC2 takes their role, the ECS agent and Session Manager's agent use it. */
export function instanceUses(account: Account): readonly Use[] {
  return account.resourcesOf("aws_launch_template").flatMap((template) => {
    const role = roleOf(account, template);
    const settings = agentSettings(template);
    const by = { kind: "role", address: role.address } as const;
    return [
      {
        when: `${template.address}: EC2 launches an instance`,
        by: service("ec2.amazonaws.com"),
        does: "sts:AssumeRole",
        on: role.arn,
      },
      ...agentCalls(account, settings).map((call) => ({ ...call, by, when: `${template.address}: ${call.when}` })),
      ...sessionCalls(account).map((call) => ({ ...call, by, when: `${template.address}: ${call.when}` })),
    ];
  });
}

function roleOf(account: Account, { body }: Applied) {
  const { arn } = body.iam_instance_profile as { readonly arn: string };
  const profile = account.resourcesOf("aws_iam_instance_profile").find((candidate) => candidate.arn === arn);
  const role = account.resourcesOf("aws_iam_role").find(({ body: { name } }) => name === profile?.body.role);
  if (role?.arn === undefined) throw new Error(`${arn} has no role`);
  return account.role(role.address);
}

/** The agent's settings, as the user data writes them. */
function agentSettings({ body }: Applied): ReadonlyMap<string, string> {
  const script = Buffer.from(String(body.user_data), "base64").toString();
  return new Map([...script.matchAll(/^(ECS_[A-Z_]+)=(.*)$/gm)].map(([, key = "", value = ""]) => [key, value]));
}

/** @see https://github.com/aws/amazon-ecs-agent/blob/master/ecs-agent/api/ecs/interface.go */
function agentCalls(account: Account, settings: ReadonlyMap<string, string>): readonly Omit<Use, "by">[] {
  const name = settings.get("ECS_CLUSTER");
  const cluster = account.resourcesOf("aws_ecs_cluster").find(({ body }) => body.name === name)?.arn;
  if (cluster === undefined) throw new Error(`there is no cluster ${name} to join`);
  const instance = `${cluster.replace(":cluster/", ":container-instance/")}/0123456789abcdef0123456789abcdef`;
  const ofCluster = { on: instance, context: { "ecs:cluster": cluster } };
  const hasInterfaces = account
    .resourcesOf("aws_ecs_task_definition")
    .some(({ body }) => body.network_mode === "awsvpc");
  const drains = settings.get("ECS_ENABLE_SPOT_INSTANCE_DRAINING") === "true";
  return [
    { when: "the agent joins its cluster", does: "ecs:RegisterContainerInstance", on: cluster },
    { when: "the agent asks where ECS is", does: "ecs:DiscoverPollEndpoint", on: "*" },
    { when: "the agent waits for tasks", does: "ecs:Poll", ...ofCluster },
    { when: "the agent sends CPU and memory in use", does: "ecs:StartTelemetrySession", ...ofCluster },
    { when: "a task starts or ends", does: "ecs:SubmitTaskStateChange", on: cluster },
    { when: "a container starts or ends", does: "ecs:SubmitContainerStateChange", on: cluster },
    ...(hasInterfaces
      ? [{ when: "a task's network interface comes", does: "ecs:SubmitAttachmentStateChanges", on: cluster }]
      : []),
    ...(drains
      ? [{ when: "a Spot reclaim is announced", does: "ecs:UpdateContainerInstancesState", ...ofCluster }]
      : []),
  ];
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html */
function sessionCalls(account: Account): readonly Omit<Use, "by">[] {
  const region = account.at("aws_ecs_cluster.cluster").arn?.split(":")[3];
  const when = "somebody starts a session";
  return [
    {
      when: "Session Manager's agent says that it is there",
      does: "ssm:UpdateInstanceInformation",
      on: `arn:aws:ec2:${region}:${ACCOUNT}:instance/i-0123456789abcdef0`,
    },
    { when, does: "ssmmessages:CreateControlChannel", on: "*" },
    { when, does: "ssmmessages:OpenControlChannel", on: "*" },
    { when, does: "ssmmessages:CreateDataChannel", on: "*" },
    { when, does: "ssmmessages:OpenDataChannel", on: "*" },
  ];
}
