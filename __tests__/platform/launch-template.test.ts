import { userData } from "../../src/platform/agent-settings";
import { platform } from "../support/platform";
import { environmentWith, resource } from "../support/stack";

describe("a container instance", () => {
  const template = resource(platform(), "aws_launch_template.capacity");

  test("answers for its metadata by token only, and not over the hop into a container", () => {
    expect(template.metadata_options).toMatchObject({
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: 1,
    });
  });

  test("has no public address and no key pair, and the group of compute", () => {
    expect(template.network_interfaces).toMatchObject([
      { associate_public_ip_address: "false", security_groups: ["${aws_security_group.compute.id}"] },
    ]);
    expect(template).not.toHaveProperty("key_name");
  });

  test("keeps its disk under the environment's key", () => {
    expect(template.block_device_mappings).toMatchObject([
      {
        device_name: "/dev/xvda",
        ebs: { volume_type: "gp3", volume_size: 30, encrypted: "true", kms_key_id: "${aws_kms_key.key.arn}" },
      },
    ]);
  });

  test("starts from AWS's latest image as of its launch, not as of the apply", () => {
    const parameter = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
    expect(template.image_id).toBe(`resolve:ssm:${parameter}`);
  });

  test("has its agent's settings in every plan, and its identity", () => {
    expect(template.user_data).toBe(userData(environmentWith()));
    expect(template.iam_instance_profile).toEqual({ arn: "${aws_iam_instance_profile.instance.arn}" });
  });

  test("carries all the environment's tags, on its disk and network interface too", () => {
    const tags = { Team: "shop", Environment: "production", ManagedBy: "ballast", Disposable: "false" };
    const tagged = resource(platform({ tags: { Team: "shop" } }), "aws_launch_template.capacity");
    expect(tagged.tag_specifications).toEqual(
      ["instance", "volume", "network-interface"].map((resource_type) => ({
        resource_type,
        tags: { ...tags, Name: "production-capacity" },
      })),
    );
  });

  test("starts after, and goes before, the cluster and the permissions that its agent needs", () => {
    expect(template.depends_on).toEqual(["aws_ecs_cluster.cluster", "aws_iam_role_policy.instance"]);
  });
});

describe("an environment of Graviton instances", () => {
  const { capacity } = environmentWith();
  const stack = platform({ capacity: { ...capacity, instanceTypes: ["m7g.large", "m6g.large"] } });

  test("starts from the image for arm64", () => {
    const parameter = "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id";
    expect(resource(stack, "aws_launch_template.capacity").image_id).toBe(`resolve:ssm:${parameter}`);
  });

  test("has tasks that run on nothing else", () => {
    expect(resource(stack, "aws_ecs_task_definition.web").runtime_platform).toMatchObject({
      cpu_architecture: "ARM64",
    });
    const { runtime_platform } = resource(platform(), "aws_ecs_task_definition.web");
    expect(runtime_platform).toMatchObject({ cpu_architecture: "X86_64" });
  });
});
