import { madeBefore } from "../support/dependencies";
import { service } from "../support/edge";
import { platform } from "../support/platform";
import { addresses, environmentWith } from "../support/stack";

const stack = platform();

describe("the platform", () => {
  test("is destroyed from the services down, or it would hang", () => {
    const order = [
      "aws_ecs_service.web",
      "aws_ecs_cluster_capacity_providers.capacity",
      "aws_ecs_capacity_provider.capacity",
      "aws_autoscaling_group.capacity",
      "aws_launch_template.capacity",
      "aws_ecs_cluster.cluster",
    ];
    for (const [index, address] of order.entries()) {
      expect([...madeBefore(stack, address)]).toEqual(expect.arrayContaining(order.slice(index + 1)));
    }
  });

  test("leaves the agents their permissions, and their way out, for as long as a service drains", () => {
    const before = madeBefore(stack, "aws_ecs_service.api");
    expect(before).toContain("aws_iam_role_policy.instance");
    expect(before).toContain("aws_route_table_association.network_private_b");
    expect(before).toContain("aws_nat_gateway.network_b");
  });

  test("reads nothing of AWS's in a plan", () => {
    expect(stack).not.toHaveProperty("data");
  });

  test("tells people and programs what it is called, and nothing secret", () => {
    expect(Object.keys(stack.output ?? {}).sort()).toEqual([
      "auto_scaling_group_name",
      "capacity_provider_name",
      "cluster_name",
      "execution_role_arns",
      "image_tags",
      "instance_role_arn",
      "load_balancer_dns_name",
      "log_groups",
      "name_servers",
      "task_role_arns",
    ]);
    for (const output of Object.values(stack.output ?? {})) expect(output).not.toHaveProperty("sensitive");
    expect(stack.output?.log_groups?.value).toEqual({
      web: "${aws_cloudwatch_log_group.web.name}",
      api: "${aws_cloudwatch_log_group.api.name}",
    });
  });

  test("has a firewall, a zone and endpoints where the environment asks for them", () => {
    const { network } = environmentWith();
    const without = platform({
      ingress: { domainName: "example.com", hostedZoneId: "Z00000000000000DUMMY", webApplicationFirewall: false },
      network: { ...network, create: network.create && { ...network.create, interfaceEndpoints: [] } },
    });
    const gone = addresses(stack).filter((address) => !addresses(without).includes(address));
    expect(gone).toContain("aws_wafv2_web_acl.firewall");
    expect(gone).toContain("aws_route53_zone.zone");
    expect(gone).toContain("aws_vpc_endpoint.endpoint_kms");
    expect(without.output).not.toHaveProperty("name_servers");
  });
});

describe("an edit of a few lines", () => {
  const { services, capacity } = environmentWith();
  const [web, api] = services;
  if (web === undefined || api === undefined) throw new Error("production has two services");
  const before = addresses(stack);

  test("adds a service, and moves nothing else", () => {
    const after = addresses(platform({ services: [service({ name: "jobs" }), ...services] }));
    expect(after).toEqual(expect.arrayContaining(before));
    const added = after.filter((address) => !before.includes(address));
    expect(added).toContain("aws_ecs_service.jobs");
    for (const address of added) expect(address).toMatch(/\.(detection_)?jobs(_|$)/);
  });

  test("adds an instance type, and moves nothing", () => {
    const instanceTypes = ["m7a.large", ...capacity.instanceTypes];
    expect(addresses(platform({ capacity: { ...capacity, instanceTypes } }))).toEqual(before);
  });

  test("adds a schedule, and moves nothing else", () => {
    const weekend = { name: "weekend", schedule: "cron(0 0 ? * SAT *)", minTasks: 3, maxTasks: 9 };
    const scaled = { ...api, scaling: { ...api.scaling, schedules: [weekend] } };
    expect(addresses(platform({ services: [web, scaled] }))).toEqual(
      [...before, "aws_appautoscaling_scheduled_action.api_weekend"].sort(),
    );
  });

  test("changes the order of the services, and moves nothing", () => {
    expect(addresses(platform({ services: [api, web] }))).toEqual(before);
  });
});

test("a service may be called like a part of the platform", () => {
  expect(addresses(platform({ services: [service({ name: "network" })] }))).toContain("aws_ecs_service.network");
});
