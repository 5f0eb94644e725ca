import type { TaskFailure } from "../../../src/states-language/interpreter";
import type { Json, JsonObject } from "../../../src/states-language/json";

export interface FakeInstance {
  readonly id: string;
  readonly arn: string;
  isDraining: boolean;
}

export interface FakeTarget {
  readonly id: string;
  readonly port: number;
  state: string;
}

interface FakeTask {
  readonly arn: string;
  readonly service: string;
  /** @default - it has no place yet */
  readonly instance?: FakeInstance;
  /** @default - its targets are its instance's ports */
  readonly address?: string;
}

export interface Call {
  readonly action: string;
  readonly parameters: JsonObject;
  readonly at: number;
}

/**
 * An ECS cluster, its load balancer's target groups and a topic, as far as the drain guard asks: with AWS's page sizes
 * and batch limits, which it enforces, and AWS's own names of errors.
 */
export class FakeCluster {
  readonly instances: FakeInstance[] = [];
  readonly targets = new Map<string, FakeTarget[]>();
  readonly desired = new Map<string, number>();
  readonly calls: Call[] = [];
  readonly messages: string[] = [];
  /** Happens before each call. @default - nothing */
  before: (call: Call) => void = () => {};
  /** Elements of a page, whatever was asked for. @default - as many as were asked for */
  pageSize?: number;
  /** Whether each list begins with an empty page. */
  hasEmptyPages = false;
  private readonly tasks: FakeTask[] = [];

  constructor(private readonly cluster: string) {}

  /** Adds an instance that works. */
  instance(): FakeInstance {
    const id = `i-${String(this.instances.length).padStart(17, "0")}`;
    const instance = { id, arn: `container-instance-of-${id}`, isDraining: false };
    this.instances.push(instance);
    return instance;
  }

  /** Adds a task in bridge mode: a target that is the instance, with a port of its own. */
  bridgeTask(group: string, service: string, instance: FakeInstance, state = "healthy"): FakeTarget {
    this.tasks.push({ arn: `task-${this.tasks.length}`, service, instance });
    return this.register(group, { id: instance.id, port: 32_768 + this.tasks.length, state });
  }

  /** Adds a task with a network interface of its own: a target that is its address. */
  addressTask(group: string, service: string, instance: FakeInstance, state = "healthy"): FakeTarget {
    const address = `10.0.${Math.floor(this.tasks.length / 250)}.${(this.tasks.length % 250) + 1}`;
    this.tasks.push({ arn: `task-${this.tasks.length}`, service, instance, address });
    return this.register(group, { id: address, port: 9090, state });
  }

  /** Adds a task that waits for a place. */
  waitingTask(service: string): void {
    this.tasks.push({ arn: `task-${this.tasks.length}`, service });
  }

  remove(instance: FakeInstance): void {
    this.instances.splice(this.instances.indexOf(instance), 1);
  }

  register(group: string, target: FakeTarget): FakeTarget {
    this.targets.set(group, [...(this.targets.get(group) ?? []), target]);
    return target;
  }

  /** Calls of one action, in order. */
  callsOf(action: string): readonly Call[] {
    return this.calls.filter((call) => call.action === action);
  }

  readonly call = (resource: string, parameters: Json, now: number): Json => {
    const action = resource.replace("arn:aws:states:::aws-sdk:", "");
    const call = { action, parameters: parameters as JsonObject, at: now };
    this.calls.push(call);
    this.before(call);
    const answer = this.answers[action];
    if (answer === undefined) throw new Error(`the fake doesn't know ${action}`);
    if (action.startsWith("ecs:") && call.parameters.Cluster !== this.cluster)
      throw failure("Ecs.ClusterNotFoundException", String(call.parameters.Cluster));
    return answer(call.parameters);
  };

  private readonly answers: { readonly [action: string]: ((parameters: JsonObject) => Json) | undefined } = {
    "ecs:listContainerInstances": (parameters) => {
      const wanted = /^ec2InstanceId == (\S+)$/.exec(String(parameters.Filter ?? ""))?.[1];
      const found = this.instances.filter(
        ({ id, isDraining }) =>
          (wanted === undefined || id === wanted) && (parameters.Status !== "DRAINING" || isDraining),
      );
      return this.page(
        "ContainerInstanceArns",
        found.map(({ arn }) => arn),
        parameters,
      );
    },
    "ecs:describeContainerInstances": ({ ContainerInstances }) => ({
      ContainerInstances: batch(ContainerInstances, 100).map((arn) => {
        const instance = this.instances.find((each) => each.arn === arn);
        if (instance === undefined) throw failure("Ecs.InvalidParameterException", `no ${String(arn)}`);
        return { ContainerInstanceArn: instance.arn, Ec2InstanceId: instance.id };
      }),
    }),
    "ecs:listTasks": (parameters) => {
      const found = this.tasks.filter(({ service }) => service === parameters.ServiceName);
      return this.page(
        "TaskArns",
        found.map(({ arn }) => arn),
        parameters,
      );
    },
    "ecs:describeTasks": ({ Tasks }) => ({
      Tasks: batch(Tasks, 100).map((wanted) => {
        const task = this.tasks.find(({ arn }) => arn === wanted);
        return {
          TaskArn: String(wanted),
          ...(task?.instance && { ContainerInstanceArn: task.instance.arn }),
          Attachments:
            task?.address === undefined
              ? []
              : [
                  {
                    Type: "ElasticNetworkInterface",
                    Details: [
                      { Name: "networkInterfaceId", Value: "eni-0" },
                      { Name: "privateIPv4Address", Value: task.address },
                    ],
                  },
                ],
        };
      }),
    }),
    "ecs:describeServices": ({ Services }) => ({
      Services: batch(Services, 10).map((name) => ({ DesiredCount: this.desired.get(String(name)) ?? 0 })),
    }),
    "elasticloadbalancingv2:describeTargetHealth": ({ TargetGroupArn }) => ({
      TargetHealthDescriptions: (this.targets.get(String(TargetGroupArn)) ?? []).map(({ id, port, state }) => ({
        Target: { Id: id, Port: port, AvailabilityZone: "us-east-1a" },
        TargetHealth: { State: state },
      })),
    }),
    "elasticloadbalancingv2:deregisterTargets": ({ TargetGroupArn, Targets }) => {
      for (const wanted of batch(Targets, 1000)) {
        const { Id, Port } = wanted as JsonObject;
        const target = this.targets.get(String(TargetGroupArn))?.find(({ id, port }) => id === Id && port === Port);
        if (target === undefined) throw failure("ElasticLoadBalancingV2.InvalidTargetException", String(Id));
        target.state = "draining";
      }
      return {};
    },
    "sns:publish": ({ Subject, Message }) => {
      if (String(Subject).length > 100) throw failure("Sns.InvalidParameterException", "Subject");
      this.messages.push(String(Message));
      return { MessageId: String(this.messages.length) };
    },
  };

  /** A page as ECS gives it: `NextToken` is there only where there is more. */
  private page(field: string, all: readonly string[], { NextToken, MaxResults = 100 }: JsonObject): Json {
    const size = Math.min(this.pageSize ?? 100, Number(MaxResults), 100);
    if (NextToken === undefined && this.hasEmptyPages) return { [field]: [], NextToken: "0" };
    const from = Number(NextToken ?? 0);
    const isLast = from + size >= all.length;
    return { [field]: all.slice(from, from + size), ...(!isLast && { NextToken: String(from + size) }) };
  }
}

/** What a call of AWS fails with. */
export function failure(name: string, cause: string): TaskFailure {
  return { name, cause };
}

function batch(values: Json | undefined, most: number): readonly Json[] {
  if (!Array.isArray(values) || values.length === 0 || values.length > most)
    throw failure("Ecs.InvalidParameterException", `1 to ${most} elements, not ${JSON.stringify(values)}`);
  return values;
}
