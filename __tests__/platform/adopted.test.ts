import { Testing } from "cdktf";
import { clusterName } from "../../src/platform/adopted";
import { PlatformStack } from "../../src/stacks/platform-stack";
import { environmentWith, stackProps, synthesized } from "../support/stack";

const platformWith = (adopted: { readonly [address: string]: { readonly [attribute: string]: string | number } }) =>
  synthesized(new PlatformStack(Testing.app(), "production-platform", stackProps(environmentWith({ adopted }))));

describe("what is adopted keeps its name", () => {
  const stack = platformWith({
    "aws_ecs_cluster.cluster": { name: "shop" },
    "aws_lb.ingress": { name: "shop-alb" },
    "aws_security_group.compute": { name: "shop-nodes", description: "nodes of ${shop}" },
    "aws_lb_target_group.web": { name: "shop-web", port: 8080 },
  });

  test("in its resource, and a prefix goes", () => {
    expect(stack.resource.aws_lb?.ingress?.name).toBe("shop-alb");
    expect(stack.resource.aws_lb_target_group?.web).toMatchObject({ name: "shop-web", port: 8080 });
    const group = stack.resource.aws_security_group?.compute;
    expect(group).toMatchObject({ name: "shop-nodes", description: "nodes of $${shop}" });
    expect(group).not.toHaveProperty("name_prefix");
  });

  test("and the cluster's goes to all that is named after it", () => {
    const { user_data: data } = stack.resource.aws_launch_template?.capacity ?? {};
    expect(Buffer.from(String(data), "base64").toString()).toContain("ECS_CLUSTER=shop\n");
    expect(JSON.stringify(stack.resource.aws_iam_role_policy?.instance)).toContain("container-instance/shop/*");
    expect(stack.resource.aws_cloudwatch_log_group?.cluster_insights?.name).toBe(
      "/aws/ecs/containerinsights/shop/performance",
    );
    const policy = String(stack.resource.aws_kms_key?.key?.policy);
    expect(policy).toContain("ecs:shop_*");
    expect(policy).toContain("/aws/ecs/containerinsights/shop/*");
  });

  test("and nothing else is called otherwise", () => {
    expect(clusterName(environmentWith())).toBe("production");
    expect(stack.resource.aws_security_group?.load_balancer?.name_prefix).toBe("production-load-balancer-");
  });
});

test("an address that no resource has is refused, with those there are", () => {
  expect(() => platformWith({ "aws_lb.ingres": { name: "shop" } })).toThrow(
    /adopted\["aws_lb\.ingres"\].*of this type it has aws_lb\.ingress/,
  );
});
