import { service } from "../support/edge";
import { platform } from "../support/platform";
import { resource, statements } from "../support/stack";

const CLUSTER = "${aws_ecs_cluster.cluster.arn}";

describe("a container instance's role", () => {
  const stack = platform();
  const allowed = statements(stack, "aws_iam_role_policy.instance");

  test("is EC2's to take, and in the profile", () => {
    expect(statements(stack, "aws_iam_role.instance", "assume_role_policy")).toEqual([
      { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    expect(resource(stack, "aws_iam_instance_profile.instance").role).toBe("${aws_iam_role.instance.name}");
  });

  test("lets the agent join this cluster, and no other", () => {
    expect(allowed.find(({ Sid }) => Sid === "JoinTheCluster")).toMatchObject({
      Action: expect.arrayContaining(["ecs:RegisterContainerInstance", "ecs:SubmitTaskStateChange"]),
      Resource: CLUSTER,
    });
    expect(allowed.find(({ Sid }) => Sid === "ServeTheCluster")).toMatchObject({
      Action: ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
      Resource: "arn:aws:ecs:us-east-1:000000000000:container-instance/production/*",
      Condition: { ArnEquals: { "ecs:cluster": CLUSTER } },
    });
  });

  test("lets the agent report network interfaces where tasks have their own", () => {
    expect(JSON.stringify(allowed)).toContain("ecs:SubmitAttachmentStateChanges");
    const bridge = platform({ services: [service({ name: "web", networkMode: "bridge" })] });
    expect(JSON.stringify(statements(bridge, "aws_iam_role_policy.instance"))).not.toContain("Attachment");
  });

  test("says * only for actions that take no resource", () => {
    const actions = allowed.filter(({ Resource }) => Resource === "*").flatMap(({ Action }) => Action);
    expect(actions).toEqual([
      "ecs:DiscoverPollEndpoint",
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ]);
  });

  test("neither pulls images nor reads secrets nor writes logs: that is the execution roles'", () => {
    expect(JSON.stringify(allowed)).not.toMatch(/ecr:|logs:|secretsmanager:|ssm:Get|kms:/);
  });
});
