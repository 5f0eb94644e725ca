import type { Definition } from "../../src/platform/states-language";
import type { Execution } from "../../src/states-language/interpreter";
import type { Json } from "../../src/states-language/json";
import { TimedInterpreter } from "./timed-interpreter";

const MINUTE = 60_000;
/** From the order to launch an instance to its being in service. */
const LAUNCH_MINUTES = 2;

interface Instance {
  readonly isSpot: boolean;
  readonly launchedAt: number;
}

/**
 * An Auto Scaling group of On-Demand and Spot, as EC2 Auto Scaling runs it, with the calls that Step Functions make of it,
 * on an interpreter's clock: once a minute it launches what is missing, each kind to its share and never the one in the
 * other's place, and replaces what is too much of one kind, the new instance first.
 */
export class SpotGroup {
  /** Instances that EC2 has to give, of each kind. */
  spot = 100;
  onDemand = 100;
  base = 2;
  share = 0;
  desired = 10;
  isThere = true;
  /** Whether the list of executions is behind, which is eventually consistent. */
  hideExecutions = false;
  /** Shares that were written, in order. */
  readonly writes: number[] = [];
  /** What was told, in order. */
  readonly messages: string[] = [];
  /** Calls by the last part of their resource. */
  readonly calls: { [action: string]: number } = {};

  private readonly interpreter = new TimedInterpreter({ call: (...task) => this.call(...task) });
  private readonly executions: { readonly arn: string; readonly execution: Execution }[] = [];
  private readonly failures: { readonly action: string; readonly name: string; times: number }[] = [];
  private instances: Instance[] = [];
  private failedAt: number[] = [];

  constructor(private readonly definition: Definition) {
    this.manage();
    // What is launched at first is in service before anything happens.
    this.instances = this.instances.map((instance) => ({ ...instance, launchedAt: 0 }));
    this.everyMinute();
  }

  get onDemandInstances(): number {
    return this.instances.filter(({ isSpot }) => !isSpot).length;
  }

  get spotInstances(): number {
    return this.instances.length - this.onDemandInstances;
  }

  /** EventBridge starts an execution, now. */
  wake(input: Json = { reason: "test" }): Execution {
    const definition: Json = JSON.parse(JSON.stringify(this.definition));
    const execution = this.interpreter.start(definition, input);
    this.executions.push({ arn: `execution-${this.executions.length + 1}`, execution });
    return execution;
  }

  /** Lets that many minutes pass. */
  pass(minutes: number): void {
    this.interpreter.run(new Date(this.interpreter.time.now + minutes * MINUTE).toISOString());
  }

  /** Has EC2 reclaim all Spot, and give no more. */
  runDry(): void {
    this.spot = 0;
    this.instances = this.instances.filter(({ isSpot }) => !isSpot);
  }

  /** Fails the next calls of an action, as AWS would. */
  fail(action: string, times: number, name = "AutoScaling.AutoScalingException"): void {
    this.failures.push({ action, name, times });
  }

  private everyMinute(): void {
    const { time } = this.interpreter;
    const minute = () => {
      this.manage();
      // A clock that always has something to do would never stop by itself; `pass` says how far it goes.
      time.at(time.now + MINUTE, minute);
    };
    time.at(time.now + MINUTE, minute);
  }

  private manage(): void {
    const above = Math.max(0, this.desired - this.base);
    const onDemandWanted = Math.min(this.desired, this.base) + Math.ceil((above * this.share) / 100);
    this.launch(false, onDemandWanted - this.onDemandInstances, this.onDemand - this.onDemandInstances);
    this.launch(true, this.desired - onDemandWanted - this.spotInstances, this.spot - this.spotInstances);
    for (const [isSpot, wanted] of [
      [false, onDemandWanted],
      [true, this.desired - onDemandWanted],
    ] as const) {
      while (this.instances.length > this.desired && this.count(isSpot) > wanted) {
        this.instances.splice(
          this.instances.findIndex((instance) => instance.isSpot === isSpot),
          1,
        );
      }
    }
  }

  private launch(isSpot: boolean, wanted: number, available: number): void {
    const launchedAt = this.interpreter.time.now;
    for (let count = 0; count < wanted; count += 1) {
      if (count < available) this.instances.push({ isSpot, launchedAt });
      else this.failedAt.unshift(launchedAt);
    }
  }

  private count(isSpot: boolean): number {
    return isSpot ? this.spotInstances : this.onDemandInstances;
  }

  private call(resource: string, parameters: Json, now: number): Json {
    const action = resource.split(":").at(-1) ?? "";
    this.calls[action] = (this.calls[action] ?? 0) + 1;
    const failure = this.failures.find((each) => each.action === action && each.times > 0);
    if (failure !== undefined) {
      failure.times -= 1;
      throw { name: failure.name, cause: "Rate exceeded" };
    }
    const handler = this.handlers[action];
    if (handler === undefined) throw new Error(`no handler for ${resource}`);
    return handler(parameters, now);
  }

  private readonly handlers: { readonly [action: string]: (parameters: Json, now: number) => Json } = {
    describeAutoScalingGroups: (_, now) => ({
      AutoScalingGroups: this.isThere
        ? [
            {
              AutoScalingGroupName: "production-1",
              DesiredCapacity: this.desired,
              MixedInstancesPolicy: {
                InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: this.share },
              },
              Instances: this.instances.map(({ launchedAt }, index) => ({
                InstanceId: `i-${index}`,
                LifecycleState: now - launchedAt < LAUNCH_MINUTES * MINUTE ? "Pending" : "InService",
              })),
            },
          ]
        : [],
    }),
    describeScalingActivities: () => ({
      Activities: this.failedAt
        .slice(0, 20)
        .map((at) => ({ StatusCode: "Failed", StartTime: new Date(at).toISOString() })),
    }),
    updateAutoScalingGroup: (parameters) => {
      const { MixedInstancesPolicy, AutoScalingGroupName } = parameters as {
        AutoScalingGroupName: string;
        MixedInstancesPolicy: { InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: number } };
      };
      if (AutoScalingGroupName !== "production-1") throw new Error(`an update of ${AutoScalingGroupName}`);
      const { OnDemandPercentageAboveBaseCapacity: share } = MixedInstancesPolicy.InstancesDistribution;
      if (!(share >= 0 && share <= 100))
        throw { name: "AutoScaling.AutoScalingException", cause: `${share} is no share` };
      this.share = share;
      this.writes.push(share);
      return {};
    },
    listExecutions: () => ({
      Executions: this.executions
        .filter(({ execution }) => execution.status === "RUNNING" && !this.hideExecutions)
        .reverse()
        .map(({ arn }) => ({ ExecutionArn: arn })),
    }),
    publish: (parameters) => {
      this.messages.push((parameters as { Message: string }).Message);
      return { MessageId: String(this.messages.length) };
    },
  };
}
