import { type TestSandbox, testSandbox } from "../../support/sandbox";
import { applyPart } from "../../support/terraform-part";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../../support/tools";

const GROUP = "demo-1";
const MINUTE = 60;

/** The automations of demo as Terraform applies them, with what they refer to: 48 resources of 178. */
describeWith("on events put to EventBridge", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await testSandbox();
    const { exitCode, output } = applyPart(
      sandbox,
      (address) => /\.(spot_fallback|drain_guard)/.test(address) && !/exclusive/.test(address),
    );
    if (exitCode !== 0) throw new Error(output);
  });
  afterAll(() => sandbox.stop());

  const put = (source: string, detailType: string, detail: object) =>
    sandbox.aws.call("events", "PutEvents", {
      Entries: [{ Source: source, DetailType: detailType, Detail: JSON.stringify(detail) }],
    });
  /** Calls of a role, since the test began. */
  const callsOf = async (role: string, action: string) =>
    (await sandbox.control.calls()).filter(
      (call) => call.action === action && call.principal.includes(`:assumed-role/${role}/`),
    );
  const executionsOf = async (machine: string) => {
    const { stateMachines } = await sandbox.aws.call("states", "ListStateMachines");
    const { stateMachineArn } = stateMachines.find(({ name }: { name: string }) => name === machine);
    const { executions } = await sandbox.aws.call("states", "ListExecutions", { stateMachineArn });
    return executions;
  };

  describe("the Spot fallback", () => {
    const share = async () => {
      const { AutoScalingGroups } = await sandbox.aws.call("autoscaling", "DescribeAutoScalingGroups", {
        AutoScalingGroupNames: [GROUP],
      });
      return Number(
        AutoScalingGroups[0].MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity,
      );
    };
    const launchFails = (AutoScalingGroupName: string) =>
      put("aws.autoscaling", "EC2 Instance Launch Unsuccessful", { AutoScalingGroupName });

    test("leaves other groups' failures alone", async () => {
      await launchFails("somebody-elses");
      expect(await executionsOf("demo-spot-fallback-1")).toEqual([]);
    });

    test("raises the share while Spot has no instances, and lowers it once it has", async () => {
      const { control, aws } = sandbox;
      await aws.call("autoscaling", "SetDesiredCapacity", { AutoScalingGroupName: GROUP, DesiredCapacity: 4 });
      await control.spot(false);
      await launchFails(GROUP);
      await control.pass(6 * MINUTE);
      const raised = await share();
      expect(raised).toBeGreaterThan(0);
      await control.pass(60 * MINUTE);
      expect(await share()).toBeGreaterThan(raised);

      await control.spot(true);
      await control.pass(12 * 60 * MINUTE);
      expect(await share()).toBe(0);
      const [{ status }] = await executionsOf("demo-spot-fallback-1");
      expect(status).toBe("SUCCEEDED");

      const updates = await callsOf("demo-spot-fallback-1", "autoscaling:UpdateAutoScalingGroup");
      const shares = updates.map(({ parameters }) => Object(parameters.MixedInstancesPolicy).InstancesDistribution);
      const written = shares.map(({ OnDemandPercentageAboveBaseCapacity: one }) => Number(one));
      // Three quarters of the two above the base are two: nothing is missing any more.
      expect(written).toEqual([25, 50, 75, 50, 25, 0]);
      expect(await callsOf("demo-spot-fallback-1", "sns:Publish")).not.toEqual([]);
    });
  });

  test("the drain guard takes a doomed instance's targets out, in time and not at once", async () => {
    const { control, aws } = sandbox;
    const { AutoScalingGroups } = await aws.call("autoscaling", "DescribeAutoScalingGroups", {
      AutoScalingGroupNames: [GROUP],
    });
    const [doomed, other] = AutoScalingGroups[0].Instances.map(
      ({ InstanceId }: { readonly InstanceId: string }) => InstanceId,
    );
    const { TargetGroups } = await aws.call("elasticloadbalancing", "DescribeTargetGroups");
    const { TargetGroupArn } = TargetGroups[0];
    for (const ec2InstanceId of [doomed, other]) {
      const instanceIdentityDocument = JSON.stringify({ instanceId: ec2InstanceId });
      await aws.call("ecs", "RegisterContainerInstance", { cluster: "demo", instanceIdentityDocument });
    }
    const Targets = [
      { Id: doomed, Port: 32_768 },
      { Id: other, Port: 32_769 },
    ];
    await aws.call("elasticloadbalancing", "RegisterTargets", { TargetGroupArn, Targets });
    const inService = async () => {
      const health = await aws.call("elasticloadbalancing", "DescribeTargetHealth", { TargetGroupArn });
      return health.TargetHealthDescriptions.map(({ Target }: { readonly Target: { Id: string } }) => Target.Id);
    };

    await put("aws.ec2", "EC2 Spot Instance Interruption Warning", {
      "instance-id": doomed,
      "instance-action": "terminate",
    });
    await control.pass(20);
    expect(await inService()).toEqual([doomed, other]);
    await control.pass(75);
    expect(await inService()).toEqual([other]);
    await control.pass(60);
    const [{ status }] = await executionsOf("demo-drain-guard");
    expect(status).toBe("SUCCEEDED");
    const [said] = await callsOf("demo-drain-guard", "sns:Publish");
    expect(String(said?.parameters.Message)).toMatch(/taken out of the load balancer/);
  });
});
