import { MENDS } from "../../src/sandbox/mends/table";
import type { Call, Parameters } from "../../src/sandbox/protocol/call";
import { Mended } from "../support/mended";

test("each row says what, why, and does something", () => {
  for (const { what, why, on } of MENDS) {
    expect(what.length).toBeGreaterThan(10);
    expect(why.length).toBeGreaterThan(10);
    expect(Object.values(on).flatMap((hooks) => Object.keys(hooks)).length).toBeGreaterThan(0);
  }
});

describe("a service of ECS", () => {
  const service = { clusterArn: "arn:aws:ecs:us-east-1:0:cluster/demo", serviceName: "web", networkConfiguration: {} };
  const ecs = () =>
    new Mended(({ operation }) =>
      JSON.stringify(operation === "DescribeServices" ? { services: [service] } : { service }),
    );
  const strategy = [{ capacityProvider: "one", weight: 1 }];

  test("is described as it was made and updated", async () => {
    const mended = ecs();
    await mended.json("ecs", "CreateService", {
      cluster: "demo",
      serviceName: "web",
      capacityProviderStrategy: strategy,
      healthCheckGracePeriodSeconds: 30,
    });
    await mended.json("ecs", "UpdateService", { cluster: "demo", service: "web", healthCheckGracePeriodSeconds: 60 });
    const { services } = await mended.json("ecs", "DescribeServices", { cluster: "demo", services: ["web"] });
    expect(services).toEqual([
      {
        clusterArn: service.clusterArn,
        serviceName: "web",
        capacityProviderStrategy: strategy,
        healthCheckGracePeriodSeconds: 60,
        deployments: [expect.objectContaining({ status: "PRIMARY", rolloutState: "IN_PROGRESS" })],
      },
    ]);
  });

  test("has no empty network, which the provider dies of", async () => {
    const { service: made } = await ecs().json("ecs", "CreateService", { cluster: "demo", serviceName: "web" });
    expect(made).not.toHaveProperty("networkConfiguration");
  });
});

test("a capacity provider drains as an update says", async () => {
  const described = { capacityProviders: [{ name: "one", autoScalingGroupProvider: { managedScaling: {} } }] };
  const mended = new Mended(() => JSON.stringify(described));
  const update = { name: "one", autoScalingGroupProvider: { managedDraining: "ENABLED" } };
  await mended.json("ecs", "UpdateCapacityProvider", update);
  await mended.json("ecs", "UpdateCapacityProvider", { name: "one", autoScalingGroupProvider: {} });
  const { capacityProviders } = await mended.json("ecs", "DescribeCapacityProviders");
  expect(capacityProviders).toEqual([
    { name: "one", autoScalingGroupProvider: { managedScaling: {}, managedDraining: "ENABLED" } },
  ]);
  await mended.json("ecs", "DeleteCapacityProvider", { capacityProvider: "one" });
  expect(await mended.json("ecs", "DescribeCapacityProviders")).toEqual(described);
});

test("a launch template has the tags that it was given later", async () => {
  const template = (id: string) =>
    `<item><launchTemplateId>${id}</launchTemplateId><tagSet><item><key>old</key><value/></item></tagSet></item>`;
  const mended = new Mended(({ operation, http }) => {
    if (operation !== "DescribeTags")
      return `<R><launchTemplates>${template("lt-1")}${template("lt-2")}</launchTemplates></R>`;
    const id = new URLSearchParams(http.body.toString()).get("Filter.1.Value.1");
    return `<R><tagSet><item><resourceId>${id}</resourceId><key>of</key><value>${id}</value></item></tagSet></R>`;
  });
  const described = await mended.query("ec2", "DescribeLaunchTemplates");
  const tagged = (id: string) =>
    `<item><launchTemplateId>${id}</launchTemplateId><tagSet><item><key>of</key><value>${id}</value></item></tagSet></item>`;
  expect(described).toBe(`<R><launchTemplates>${tagged("lt-1")}${tagged("lt-2")}</launchTemplates></R>`);
});

describe("a group of Auto Scaling", () => {
  const groups =
    "<AutoScalingGroups><member><Tags><member><Key>a</Key></member></Tags><AutoScalingGroupName>one</AutoScalingGroupName><DefaultCooldown>300</DefaultCooldown></member><member><AutoScalingGroupName>two</AutoScalingGroupName></member></AutoScalingGroups>";

  test("is described with its warm-up, and what an update says", async () => {
    const mended = new Mended(() => groups);
    await mended.query("autoscaling", "CreateAutoScalingGroup", {
      AutoScalingGroupName: "one",
      DefaultInstanceWarmup: 90,
    });
    await mended.query("autoscaling", "UpdateAutoScalingGroup", { AutoScalingGroupName: "one", DefaultCooldown: 60 });
    const [one = "", two] = (await mended.query("autoscaling", "DescribeAutoScalingGroups")).split(
      "</member><member><Auto",
    );
    expect(one).toContain("<DefaultInstanceWarmup>90</DefaultInstanceWarmup>");
    expect(one).toContain("<DefaultCooldown>60</DefaultCooldown>");
    expect(one).not.toContain("300");
    expect(two).not.toContain("Warmup");
  });

  test("has the termination policies that an update says", async () => {
    const listed = groups.replace(
      "<DefaultCooldown>",
      "<TerminationPolicies><member>Default</member></TerminationPolicies>$&",
    );
    const mended = new Mended(() => listed);
    const update = { AutoScalingGroupName: "one", TerminationPolicies: ["OldestInstance", "Default"] };
    await mended.query("autoscaling", "UpdateAutoScalingGroup", update);
    await mended.query("autoscaling", "UpdateAutoScalingGroup", { AutoScalingGroupName: "one", MaxSize: 9 });
    const described = await mended.query("autoscaling", "DescribeAutoScalingGroups");
    expect(described).toContain(
      "<TerminationPolicies><member>OldestInstance</member><member>Default</member></TerminationPolicies>",
    );
    await mended.query("autoscaling", "DeleteAutoScalingGroup", { AutoScalingGroupName: "one" });
    expect(await mended.query("autoscaling", "DescribeAutoScalingGroups")).toBe(listed);
  });

  test("keeps of its mixed instances policy what an update leaves out", async () => {
    const mended = new Mended(() => groups);
    const group = { AutoScalingGroupName: "one" };
    const overrides = (...types: readonly string[]) => ({
      LaunchTemplate: { Overrides: types.map((InstanceType) => ({ InstanceType })) },
    });
    const update = (change: Parameters) =>
      mended.query("autoscaling", "UpdateAutoScalingGroup", { ...group, ...change });
    const InstancesDistribution = { OnDemandBaseCapacity: 3, OnDemandPercentageAboveBaseCapacity: 0 };
    await mended.query("autoscaling", "CreateAutoScalingGroup", {
      ...group,
      MixedInstancesPolicy: { InstancesDistribution, ...overrides("a", "b") },
    });
    await update({ MaxSize: 9 });
    await update({ MixedInstancesPolicy: { InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 50 } } });
    await update({ MixedInstancesPolicy: overrides("c") });
    await update({ LaunchTemplate: { LaunchTemplateName: "t" } });
    const sent = mended.asked.slice(1).map(({ http }) => {
      const policy = [...new URLSearchParams(http.body.toString())].filter(([name]) => name.startsWith("Mixed"));
      return policy.map(([name, value]) => `${name.replace(/^.*\.(?=.*[A-Z])/, "")}=${value}`).sort();
    });
    const [base, none, half] = [
      "OnDemandBaseCapacity=3",
      ...[0, 50].map((n) => `OnDemandPercentageAboveBaseCapacity=${n}`),
    ];
    expect(sent).toEqual([
      ["InstanceType=a", "InstanceType=b", base, none],
      ["InstanceType=a", "InstanceType=b", base, half],
      ["InstanceType=c", base, half],
      [],
    ]);
  });

  test("deleted by force, loses its instances' protection first", async () => {
    const mended = new Mended(() => "<R><InstanceId>i-1</InstanceId><InstanceId>i-2</InstanceId></R>");
    await mended.query("autoscaling", "DeleteAutoScalingGroup", { AutoScalingGroupName: "one", ForceDelete: true });
    expect(mended.asked.map(({ operation }) => operation)).toEqual([
      "DescribeAutoScalingGroups",
      "SetInstanceProtection",
      "DeleteAutoScalingGroup",
    ]);
  });

  test("without force, keeps it", async () => {
    const mended = new Mended(() => groups);
    await mended.query("autoscaling", "DeleteAutoScalingGroup", { AutoScalingGroupName: "one" });
    expect(mended.asked).toHaveLength(1);
  });

  test("is refreshed at once", async () => {
    const mended = new Mended(() => groups);
    await mended.query("autoscaling", "StartInstanceRefresh", { AutoScalingGroupName: "one" });
    const found = await mended.query("autoscaling", "DescribeInstanceRefreshes", { AutoScalingGroupName: "one" });
    expect(found.match(/<Status>Successful<\/Status>/g)).toHaveLength(1);
  });
});

describe("a launch template", () => {
  const version = (number: number) =>
    `<item><launchTemplateId>lt-1</launchTemplateId><launchTemplateData><imageId>a</imageId><tagSpecificationSet><item><resourceType>instance</resourceType><tagSet/></item><item><resourceType>launch-template</resourceType><tagSet><item><key>b</key></item></tagSet></item></tagSpecificationSet></launchTemplateData><versionNumber>${number}</versionNumber></item>`;
  const emulator = ({ operation }: Call) =>
    operation === "CreateLaunchTemplateVersion"
      ? "<R><launchTemplateVersion><launchTemplateId>lt-1</launchTemplateId><versionNumber>2</versionNumber></launchTemplateVersion></R>"
      : `<R><launchTemplateVersionSet>${version(1)}${version(2)}</launchTemplateVersionSet></R>`;

  test("keeps the user data of its second version", async () => {
    const mended = new Mended(emulator);
    await mended.query("ec2", "CreateLaunchTemplateVersion", {
      LaunchTemplateId: "lt-1",
      LaunchTemplateData: { UserData: "YQ==" },
    });
    expect(mended.asked[0]?.http.body.toString()).not.toContain("YQ");
    const found = await mended.query("ec2", "DescribeLaunchTemplateVersions", { LaunchTemplateId: "lt-1" });
    expect(found.match(/<userData>YQ==<\/userData>/g)).toHaveLength(1);
    expect(found.indexOf("userData")).toBeGreaterThan(found.indexOf("<versionNumber>1<"));
  });

  test("gives back no tags but those of what it launches", async () => {
    const found = await new Mended(emulator).query("ec2", "DescribeLaunchTemplateVersions");
    expect(found).not.toContain("<resourceType>launch-template");
    expect(found.match(/<resourceType>instance/g)).toHaveLength(2);
  });
});

describe("composite alarms", () => {
  const alarm = (name: string) =>
    `<member><AlarmName>${name}</AlarmName><OKActions><member>x</member></OKActions></member>`;
  const mended = new Mended(
    () => `<R><CompositeAlarms/><MetricAlarms>${alarm("plain")}${alarm("both")}</MetricAlarms></R>`,
  );
  const listed = (text: string, list: string) => new RegExp(`<${list}>(.*)</${list}>`).exec(text)?.[1] ?? "";

  test("are put as metric alarms, and described as what they are to who asks for them", async () => {
    await mended.query("monitoring", "PutCompositeAlarm", {
      AlarmName: "both",
      AlarmRule: 'ALARM("a") OR ALARM("b")',
      ActionsSuppressorWaitPeriod: 120,
    });
    expect(mended.asked.at(-1)?.http.body.toString()).toContain("Action=PutMetricAlarm");
    const asked = await mended.query("monitoring", "DescribeAlarms", { AlarmTypes: ["CompositeAlarm"] });
    expect(listed(asked, "CompositeAlarms")).toContain("<AlarmRule>ALARM(&quot;a&quot;) OR");
    expect(asked).toContain("<ActionsSuppressorWaitPeriod>120<");
    expect(listed(asked, "MetricAlarms")).toBe("");
    const usual = await mended.query("monitoring", "DescribeAlarms");
    expect(listed(usual, "CompositeAlarms")).toBe("");
    expect(listed(usual, "MetricAlarms")).toBe(alarm("plain"));
  });
});

describe("S3", () => {
  const s3 = (mended: Mended, method: string, query: string, body = "") =>
    mended.send("s3", body, {}, method, `/bucket?${query}`);

  test("keeps a bucket's policy from the emulator, and gives it back", async () => {
    const mended = new Mended(() => "emulator's");
    await s3(mended, "PUT", "policy", '{"Deny":"all"}');
    expect(mended.asked).toHaveLength(0);
    expect(await s3(mended, "GET", "policy")).toBe('{"Deny":"all"}');
    await s3(mended, "DELETE", "policy");
    expect(await s3(mended, "GET", "policy")).toBe("emulator's");
  });

  test("but passes on the policy by which logs are written", async () => {
    const mended = new Mended(() => "");
    await s3(mended, "PUT", "policy", '{"Service":"logging.s3.amazonaws.com"}');
    expect(mended.asked).toHaveLength(1);
  });

  test("gives a lifecycle back as it was put, until it is deleted", async () => {
    const mended = new Mended(() => "emulator's");
    await s3(mended, "PUT", "lifecycle", "<NewerNoncurrentVersions>3</NewerNoncurrentVersions>");
    expect(await s3(mended, "GET", "lifecycle")).toContain("NewerNoncurrentVersions");
    await s3(mended, "DELETE", "lifecycle");
    expect(await s3(mended, "GET", "lifecycle")).toBe("emulator's");
  });
});

test("a scalable target has the tags that it was registered with, and those put since", async () => {
  const mended = new Mended(() => JSON.stringify({ ScalableTargets: [{ ScalableTargetARN: "arn:target" }] }));
  const target = {
    ServiceNamespace: "ecs",
    ResourceId: "service/demo/web",
    ScalableDimension: "ecs:service:DesiredCount",
  };
  await mended.json("application-autoscaling", "RegisterScalableTarget", { ...target, Tags: { a: "1", b: "2" } });
  await mended.json("application-autoscaling", "TagResource", { ResourceARN: "arn:target", Tags: { c: "3" } });
  await mended.json("application-autoscaling", "UntagResource", { ResourceARN: "arn:target", TagKeys: ["a"] });
  const { Tags } = await mended.json("application-autoscaling", "ListTagsForResource", { ResourceARN: "arn:target" });
  expect(Tags).toEqual({ b: "2", c: "3" });
});

test.each([
  ['{"StartAt":"a"}', "OK"],
  ["{", "FAIL"],
])("a state machine's definition %s is %s", async (definition, result) => {
  const answer = await new Mended(() => "").json("states", "ValidateStateMachineDefinition", { definition });
  expect(answer.result).toBe(result);
});

test("a zone's id begins with Z, as AWS's do, and is found by it", async () => {
  const mended = new Mended(
    () => "<R><Id>/hostedzone/ABC</Id><AliasTarget><HostedZoneId>Z2P</HostedZoneId></AliasTarget></R>",
  );
  const made = await mended.send("route53", "", {}, "POST", "/2013-04-01/hostedzone");
  expect(made).toContain("<Id>/hostedzone/ZABC</Id>");
  expect(made).toContain("<HostedZoneId>Z2P<");
  await mended.send("route53", "", {}, "GET", "/2013-04-01/hostedzone/ZABC/rrset");
  expect(mended.asked.at(-1)?.http.url).toBe("/2013-04-01/hostedzone/ABC/rrset");
});

test("a role keeps of itself what an update leaves out", async () => {
  const role = "<R><Role><Description>old</Description><MaxSessionDuration>3600</MaxSessionDuration></Role></R>";
  const mended = new Mended(() => role);
  await mended.query("iam", "UpdateRole", { RoleName: "one", MaxSessionDuration: 7200 });
  const sent = new URLSearchParams(mended.asked.at(-1)?.http.body.toString());
  expect(Object.fromEntries(sent)).toMatchObject({
    Action: "UpdateRole",
    Description: "old",
    MaxSessionDuration: "7200",
  });
});

test("the task that deletes a service's role is named by the role, too", async () => {
  const mended = new Mended(({ operation }) =>
    operation === "GetRole"
      ? "<R><Role><Path>/aws-service-role/x/</Path></Role></R>"
      : "<R><DeletionTaskId>1</DeletionTaskId></R>",
  );
  const answer = await mended.query("iam", "DeleteServiceLinkedRole", { RoleName: "linked" });
  expect(answer).toContain("<DeletionTaskId>task/aws-service-role/x/linked/1<");
});

test.each([
  ["true", "OperationNotPermitted"],
  ["false", "deleted"],
])("a load balancer whose deletion protection is %s: %s", async (enabled, answer) => {
  const attribute = `<member><Value>${enabled}</Value><Key>deletion_protection.enabled</Key></member>`;
  const mended = new Mended(({ operation }) =>
    operation === "DeleteLoadBalancer" ? "<deleted/>" : `<R><Attributes>${attribute}</Attributes></R>`,
  );
  expect(await mended.query("elasticloadbalancing", "DeleteLoadBalancer", { LoadBalancerArn: "arn" })).toContain(
    answer,
  );
  expect(mended.asked.map(({ operation }) => operation).includes("DeleteLoadBalancer")).toBe(enabled === "false");
});

test("an experiment template is read as it was made and updated, until it is deleted", async () => {
  const made = { experimentTemplate: { id: "one", description: "before", actions: {} } };
  const mended = new Mended(() => JSON.stringify(made));
  const url = "/experimentTemplates/one";
  await mended.send("fis", "{}", {}, "POST", "/experimentTemplates");
  await mended.send("fis", JSON.stringify({ description: "after" }), {}, "PATCH", url);
  expect(JSON.parse(await mended.send("fis", "", {}, "GET", url))).toEqual({
    experimentTemplate: { id: "one", description: "after", actions: {} },
  });
  await mended.send("fis", "", {}, "DELETE", url);
  expect(await mended.send("fis", "", {}, "GET", url)).toContain("ResourceNotFoundException");
});
