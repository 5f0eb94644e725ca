import type { Aws } from "../../sandbox/client";
import type { RecordedCall } from "../../sandbox/gateway/recorder";
import type { GatewayControl } from "../../sandbox/sandbox";
import type { Fallback, Guarded } from "./steps";

/** Instances that the group is made to want, so that some are Spot's: the demo's most. */
const WANTED = 4;
const MINUTE = 60;
const WARNING_SECONDS = 120;
const SHARE = "OnDemandPercentageAboveBaseCapacity";

/** What the deployed automations do on events, in the sandbox's own time. */
export interface Automations {
  spotRunsDry(): Promise<Fallback>;
  spotComesBack(): Promise<Fallback>;
  spotTakesBack(): Promise<Guarded>;
}

export function automationsOf(environment: string, aws: Aws, control: GatewayControl): Automations {
  const group = async () => {
    const { AutoScalingGroups } = await aws.call("autoscaling", "DescribeAutoScalingGroups");
    const name = new RegExp(`^${environment}-\\d+$`);
    const found = AutoScalingGroups.find((one: { AutoScalingGroupName: string }) =>
      name.test(one.AutoScalingGroupName),
    );
    if (found === undefined) throw new Error(`${environment} has no Auto Scaling group`);
    return found;
  };
  const put = (source: string, detailType: string, detail: object) =>
    aws.call("events", "PutEvents", {
      Entries: [{ Source: source, DetailType: detailType, Detail: JSON.stringify(detail) }],
    });
  /** What was done meanwhile, and how many instances are there at the end. */
  const during = async (work: () => Promise<void>): Promise<Fallback> => {
    const [before] = (await control.calls()).slice(-1);
    await work();
    const calls = await control.calls(before?.number ?? 0);
    const { Instances, DesiredCapacity } = await group();
    const told = callsOf(calls, "sns:Publish")[0]?.parameters.Message;
    return {
      wanted: Number(DesiredCapacity),
      there: Instances.length,
      shares: callsOf(calls, "autoscaling:UpdateAutoScalingGroup").map(shareOf),
      ...(told === undefined ? {} : { message: String(told) }),
    };
  };

  return {
    spotRunsDry: () =>
      during(async () => {
        const { AutoScalingGroupName } = await group();
        await aws.call("autoscaling", "SetDesiredCapacity", { AutoScalingGroupName, DesiredCapacity: WANTED });
        await control.spot(false);
        await put("aws.autoscaling", "EC2 Instance Launch Unsuccessful", { AutoScalingGroupName });
        await until(
          () => control.pass(5 * MINUTE),
          async () => (await group()).Instances.length >= WANTED,
        );
      }),
    spotComesBack: () =>
      during(async () => {
        await control.spot(true);
        await until(
          () => control.pass(60 * MINUTE),
          async () => Number((await group()).MixedInstancesPolicy.InstancesDistribution[SHARE]) === 0,
        );
      }),
    spotTakesBack: async () => {
      const { Instances } = await group();
      const ids: readonly string[] = Instances.map(({ InstanceId }: { InstanceId: string }) => InstanceId);
      const [doomed = "", other = ""] = ids;
      const { TargetGroups } = await aws.call("elasticloadbalancing", "DescribeTargetGroups");
      const about = { TargetGroupArn: TargetGroups[0].TargetGroupArn };
      const Targets = [doomed, other].map((Id, index) => ({ Id, Port: 32_768 + index }));
      const containerInstances: string[] = [];
      for (const instanceId of [doomed, other]) {
        const instanceIdentityDocument = JSON.stringify({ instanceId });
        const registered = await aws.call("ecs", "RegisterContainerInstance", {
          cluster: environment,
          instanceIdentityDocument,
        });
        containerInstances.push(registered.containerInstance.containerInstanceArn);
      }
      await aws.call("elasticloadbalancing", "RegisterTargets", { ...about, Targets });
      const healthy = async (): Promise<readonly string[]> => {
        const health = await aws.call("elasticloadbalancing", "DescribeTargetHealth", about);
        return health.TargetHealthDescriptions.filter(
          ({ TargetHealth }: { TargetHealth: { State: string } }) => TargetHealth.State === "healthy",
        ).map(({ Target }: { Target: { Id: string } }) => Target.Id);
      };
      await put("aws.ec2", "EC2 Spot Instance Interruption Warning", {
        "instance-id": doomed,
        "instance-action": "terminate",
      });
      const afterSeconds = await until(
        () => control.pass(1),
        async () => !(await healthy()).includes(doomed),
      );
      await control.pass(WARNING_SECONDS);
      const staying = (await healthy()).length;
      // They go with their instances; here nobody else says so.
      for (const containerInstance of containerInstances) {
        await aws.call("ecs", "DeregisterContainerInstance", { cluster: environment, containerInstance, force: true });
      }
      return { instanceId: doomed, afterSeconds, staying };
    },
  };
}

/** Calls that the automations made. */
function callsOf(calls: readonly RecordedCall[], action: string): readonly RecordedCall[] {
  return calls.filter((call) => call.action === action && call.principal.includes(":assumed-role/"));
}

const shareOf = ({ parameters }: RecordedCall): number =>
  Number(Object(Object(parameters.MixedInstancesPolicy).InstancesDistribution)[SHARE]);

/** Does something again until it is enough. @returns how often @throws Error after a hundred and twenty times */
async function until(step: () => Promise<void>, isEnough: () => Promise<boolean>): Promise<number> {
  for (let count = 1; count <= 120; count += 1) {
    await step();
    if (await isEnough()) return count;
  }
  throw new Error("nothing came of it");
}
