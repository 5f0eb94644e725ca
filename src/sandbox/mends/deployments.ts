import type { Call, HttpAnswer } from "../protocol/call";
import { editJson, otherJson } from "./edit";
import type { Memory } from "./memory";
import type { Bench, Mend } from "./mend";

/** A deployment takes so long that a reader sees it under way. */
const DEPLOYMENT_SECONDS = 1.5;

/** The last deployment of a service. */
interface Deployment {
  readonly id: string;
  readonly taskDefinition: string;
  /** Task definition to go back to; `undefined`: it is the first. */
  readonly before: string | undefined;
  readonly startedAt: number;
  /** Why its tasks won't start; `undefined`: they will. */
  readonly failure: string | undefined;
  readonly isRolledBack: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: a service as the emulator answers it
type Service = any;

const deployments = (memory: Memory) => memory.of<Deployment>("ecs deployment");
const keyOf = ({ clusterArn, serviceName }: Service): string => `${clusterArn}/${serviceName}`;

export const ecsDeployments: readonly Mend[] = [
  {
    service: "ecs",
    what: "runs no deployment: the first never ends, a new task definition begins none",
    why: "who follows a release sees it end, or the circuit breaker roll it back; an image that isn't in the emulated registry, or whose tag says that it is bad, is one whose tasks don't start",
    on: {
      CreateService: { response: begins },
      UpdateService: { response: begins },
      DescribeServices: {
        response: async (call, answer, bench) => {
          const { services = [] } = JSON.parse(answer.body.toString() || "{}");
          for (const service of services) await goOn(call, service, bench);
          return editJson(answer, (value) => Object.assign(value, { services }));
        },
      },
    },
  },
];

async function begins(call: Call, answer: HttpAnswer, bench: Bench): Promise<HttpAnswer> {
  const { service } = JSON.parse(answer.body.toString());
  const last = deployments(bench.memory).get(keyOf(service));
  const isNew = last === undefined || service.taskDefinition !== last.taskDefinition;
  if (isNew || call.parameters.forceNewDeployment === true) {
    deployments(bench.memory).set(keyOf(service), {
      id: `ecs-svc/${String(bench.memory.of("ecs deployment").size)}${Date.now()}`,
      taskDefinition: service.taskDefinition,
      before: last === undefined || !isNew ? undefined : stands(last),
      startedAt: Date.now(),
      failure: await failureOf(call, service.taskDefinition, bench),
      isRolledBack: false,
    });
  }
  await goOn(call, service, bench);
  return editJson(answer, (value) => Object.assign(value, { service }));
}

/** What a service runs after a deployment has ended. */
const stands = ({ isRolledBack, before, taskDefinition }: Deployment): string =>
  isRolledBack && before !== undefined ? before : taskDefinition;

/** Shows a service's deployment as far as it has come; one that fails goes back, where the service wants that. */
async function goOn(call: Call, service: Service, { memory, ask }: Bench): Promise<void> {
  const found = deployments(memory).get(keyOf(service));
  if (found === undefined) return;
  const { id, taskDefinition, before, startedAt, failure, isRolledBack } = found;
  const isUnderWay = Date.now() - startedAt < DEPLOYMENT_SECONDS * 1000;
  const entry = (status: string, rolloutState: string, rolloutStateReason: string, more: object = {}) => ({
    ...{ ...service.deployments?.[0], id, status, taskDefinition, rolloutState, rolloutStateReason },
    ...{ desiredCount: service.desiredCount, runningCount: service.desiredCount, pendingCount: 0, failedTasks: 0 },
    ...more,
  });
  if (isUnderWay) {
    const waiting = { runningCount: 0, pendingCount: service.desiredCount };
    const old = { id: `${id}0`, taskDefinition: before };
    service.deployments = [
      entry("PRIMARY", "IN_PROGRESS", `ECS deployment ${id} in progress.`, waiting),
      ...(before === undefined ? [] : [entry("ACTIVE", "COMPLETED", `ECS deployment ${id}0 completed.`, old)]),
    ];
    return;
  }
  if (failure === undefined) {
    service.deployments = [entry("PRIMARY", "COMPLETED", `ECS deployment ${id} completed.`)];
    return;
  }
  const failedTasks = Math.max(3, Math.min(200, Math.ceil(service.desiredCount / 2)));
  const failed = { runningCount: 0, failedTasks };
  const why = "ECS deployment circuit breaker: tasks failed to start.";
  const isBack = service.deploymentConfiguration?.deploymentCircuitBreaker?.rollback === true && before !== undefined;
  const back = { id: `${id}1`, taskDefinition: before };
  service.deployments = isBack
    ? [
        entry("PRIMARY", "COMPLETED", `ECS deployment circuit breaker: rolling back to deploymentId ${id}0.`, back),
        entry("ACTIVE", "FAILED", why, failed),
      ]
    : [entry("PRIMARY", "FAILED", why, failed)];
  service.events = [
    { id: `${id}e`, createdAt: startedAt / 1000, message: `(service ${service.serviceName}) ${failure}` },
  ];
  if (!isBack) return;
  service.taskDefinition = before;
  if (isRolledBack) return;
  deployments(memory).set(keyOf(service), { ...found, isRolledBack: true });
  const parameters = { cluster: service.clusterArn, service: service.serviceName, taskDefinition: before };
  await ask(otherJson(call, "UpdateService", parameters));
}

/** Why tasks of a task definition won't start: by its images. */
async function failureOf(call: Call, taskDefinition: string, { ask }: Bench): Promise<string | undefined> {
  const described = await ask(otherJson(call, "DescribeTaskDefinition", { taskDefinition }));
  const { containerDefinitions = [] } = JSON.parse(described.body.toString()).taskDefinition ?? {};
  for (const { image } of containerDefinitions) {
    if (!(await starts(call, String(image), ask))) {
      return `was unable to start tasks: CannotPullContainerError: ${image} isn't there.`;
    }
  }
  return undefined;
}

/** Whether an image can be had: of the account's own registry, as the emulator knows; of others', as the tag says. */
async function starts(call: Call, image: string, ask: Bench["ask"]): Promise<boolean> {
  const [, repositoryName, imageTag] =
    /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/(.+):([^:/]+)$/.exec(image) ?? [];
  if (repositoryName === undefined) return !/:[^:/]*(bad|broken|missing)[^:/]*$/.test(image);
  const asked = otherJson(call, "BatchGetImage", { repositoryName, imageIds: [{ imageTag }] });
  const headers = {
    ...asked.http.headers,
    authorization: String(call.http.headers.authorization).replace("/ecs/", "/ecr/"),
    "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.BatchGetImage",
  };
  const answer = await ask({ ...asked, service: "ecr", http: { ...asked.http, headers } });
  return answer.status === 200 && (JSON.parse(answer.body.toString()).images ?? []).length > 0;
}
