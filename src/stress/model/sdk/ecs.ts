import type { Json, JsonObject } from "../../../states-language/json";
import type { Instance } from "../instance";
import type { Platform, RunningService } from "../platform";
import type { Task } from "../task";
import { type Adapter, batch, type Caller, failure, page } from "./adapter";
import { targetOf } from "./targets";

/** Amazon ECS, as far as the model has it. The model has one cluster. */
export const ECS: { readonly [action: string]: Adapter } = {
  "ecs:listContainerInstances": {
    permission: "ecs:ListContainerInstances",
    resources: (parameters, caller) => [clusterOf(parameters, caller)],
    parameters: ["Cluster", "Filter", "MaxResults", "NextToken", "Status"],
    answer: (parameters, caller) => {
      const wanted = instanceIdIn(parameters.Filter);
      const { Status } = parameters;
      const found = instancesOf(caller).filter(
        ({ id, isDraining }) =>
          (wanted === undefined || id === wanted) &&
          (Status === undefined || (Status === "DRAINING" ? isDraining : Status === "ACTIVE" && !isDraining)),
      );
      const cluster = clusterOf(parameters, caller);
      const arns = found.map(({ id }) => arnIn(cluster, "container-instance", id));
      return page("ContainerInstanceArns", arns, parameters);
    },
  },
  "ecs:describeContainerInstances": {
    permission: "ecs:DescribeContainerInstances",
    resources: ({ ContainerInstances }) => batch("Ecs", ContainerInstances, 100).map(String),
    parameters: ["Cluster", "ContainerInstances"],
    answer: (parameters, caller) => {
      const cluster = clusterOf(parameters, caller);
      const byArn = new Map(instancesOf(caller).map((each) => [arnIn(cluster, "container-instance", each.id), each]));
      const wanted = batch("Ecs", parameters.ContainerInstances, 100).map(String);
      return {
        ContainerInstances: wanted.flatMap((arn) => describeInstance(arn, byArn.get(arn))),
        Failures: wanted.filter((arn) => !byArn.has(arn)).map((Arn) => ({ Arn, Reason: "MISSING" })),
      };
    },
  },
  "ecs:listTasks": {
    permission: "ecs:ListTasks",
    // Of all container instances of the cluster.
    resources: (parameters, caller) => [arnIn(clusterOf(parameters, caller), "container-instance", "*")],
    parameters: ["Cluster", "MaxResults", "NextToken", "ServiceName"],
    answer: (parameters, caller) => {
      const cluster = clusterOf(parameters, caller);
      const { ServiceName } = parameters;
      const services = caller.platform.services.filter(
        ({ scheduler }) => ServiceName === undefined || isNamed(scheduler.facts, ServiceName),
      );
      if (services.length === 0) throw failure("Ecs.ServiceNotFoundException", String(ServiceName));
      const tasks = services.flatMap(({ scheduler }) => [...scheduler.tasks].filter(({ isActive }) => isActive));
      const arns = tasks.map(({ id }) => arnIn(cluster, "task", id));
      return page("TaskArns", arns, parameters);
    },
  },
  "ecs:describeTasks": {
    permission: "ecs:DescribeTasks",
    resources: ({ Tasks }) => batch("Ecs", Tasks, 100).map(String),
    parameters: ["Cluster", "Tasks"],
    answer: (parameters, caller) => {
      const cluster = clusterOf(parameters, caller);
      const byArn = new Map(
        caller.platform.services.flatMap((service) =>
          [...service.scheduler.tasks].map((task) => [arnIn(cluster, "task", task.id), { service, task }] as const),
        ),
      );
      const wanted = batch("Ecs", parameters.Tasks, 100).map(String);
      return {
        Tasks: wanted.flatMap((arn) => describeTask(arn, cluster, byArn.get(arn))),
        Failures: wanted.filter((arn) => !byArn.has(arn)).map((Arn) => ({ Arn, Reason: "MISSING" })),
      };
    },
  },
  "ecs:describeServices": {
    permission: "ecs:DescribeServices",
    resources: ({ Services }, { platform }) =>
      batch("Ecs", Services, 10).flatMap((wanted) =>
        platform.services.flatMap(({ scheduler }) => (isNamed(scheduler.facts, wanted) ? scheduler.facts.arn : [])),
      ),
    parameters: ["Cluster", "Services"],
    answer: (parameters, caller) => {
      clusterOf(parameters, caller);
      const wanted = batch("Ecs", parameters.Services, 10);
      const found = caller.platform.services.filter(({ scheduler }) =>
        wanted.some((name) => isNamed(scheduler.facts, name)),
      );
      return { Services: found.map(describeService), Failures: [] };
    },
  },
};

/** ARN of the cluster that is asked about; the model has one. */
function clusterOf({ Cluster }: JsonObject, { platform }: Caller): string {
  const own = platform.services.map(({ scheduler }) => scheduler.facts.clusterArn);
  const found = own.find((arn) => arn === Cluster || arn.endsWith(`:cluster/${String(Cluster)}`));
  if (found === undefined) throw failure("Ecs.ClusterNotFoundException", String(Cluster));
  return found;
}

const arnIn = (cluster: string, type: string, id: string): string =>
  `${cluster.replace(/:cluster\/(.*)$/, `:${type}/$1`)}/${id}`;

const instancesOf = ({ platform }: Caller): readonly Instance[] => [...platform.cluster.instances];

const isNamed = ({ name, arn }: { readonly name: string; readonly arn: string }, wanted: Json) =>
  wanted === name || wanted === arn;

/** The one thing of the cluster query language that is asked for. */
function instanceIdIn(filter: Json | undefined): string | undefined {
  if (filter === undefined) return undefined;
  const [, id] = /^ec2InstanceId\s*==\s*(\S+)$/.exec(String(filter)) ?? [];
  if (id === undefined) throw failure("States.Runtime", `the model doesn't know the filter ${String(filter)}`);
  return id;
}

function describeInstance(arn: string, instance: Instance | undefined): readonly Json[] {
  if (instance === undefined) return [];
  return [
    {
      ContainerInstanceArn: arn,
      Ec2InstanceId: instance.id,
      Status: instance.isDraining ? "DRAINING" : "ACTIVE",
      AgentConnected: instance.isConnected,
      RunningTasksCount: [...instance.tasks].filter(({ state }) => state === "running").length,
    },
  ];
}

function describeTask(
  arn: string,
  cluster: string,
  found: { readonly service: RunningService; readonly task: Task } | undefined,
): readonly Json[] {
  if (found === undefined) return [];
  const { service, task } = found;
  const { instance } = task;
  const address = instance !== undefined && task.size.interfaces > 0 ? targetOf(service, task).Id : undefined;
  return [
    {
      TaskArn: arn,
      ClusterArn: cluster,
      Group: `service:${service.scheduler.facts.name}`,
      LastStatus: task.state === "stopping" ? "DEACTIVATING" : task.state.toUpperCase(),
      DesiredStatus: task.isActive ? "RUNNING" : "STOPPED",
      ...(instance && { ContainerInstanceArn: arnIn(cluster, "container-instance", instance.id) }),
      Attachments:
        address === undefined
          ? []
          : [{ Type: "ElasticNetworkInterface", Details: [{ Name: "privateIPv4Address", Value: address }] }],
    },
  ];
}

function describeService({ scheduler }: Platform["services"][number]): Json {
  const { facts, desired, tasks } = scheduler;
  const inState = (...states: readonly Task["state"][]) =>
    [...tasks].filter(({ state }) => states.includes(state)).length;
  return {
    ServiceName: facts.name,
    ServiceArn: facts.arn,
    ClusterArn: facts.clusterArn,
    Status: "ACTIVE",
    DesiredCount: desired,
    RunningCount: inState("running"),
    PendingCount: inState("provisioning", "pending"),
  };
}
