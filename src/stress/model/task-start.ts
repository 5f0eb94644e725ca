import { partsOf } from "../../iam/arns";
import { evaluate, type Verdict } from "../../iam/evaluate";
import type { Caller } from "../../iam/request";
import type { Group } from "../facts/capacity";
import type { Need } from "../facts/needs";
import type { Way } from "../facts/reachability";
import type { Role } from "../facts/roles";
import type { Service } from "../facts/services";
import type { Instance } from "./instance";
import type { Surroundings } from "./surroundings";
import type { Task } from "./task";

/** What keeps a task from starting. */
export interface Obstacle {
  /** As the agent writes it into the stopped reason. */
  readonly why: string;
  /** Whether nobody answers, so that it takes the agent a while to give up. */
  readonly isSilent: boolean;
}

/**
 * What the agent does before a task's containers start: it reads the secrets, pulls the image and opens the log, each
 * under the execution role, and each by a way that leads there.
 */
export class TaskStart {
  /** The execution role, as somebody may have changed it since the plan was applied. */
  role: Role | undefined;

  constructor(
    private readonly facts: Service,
    private readonly surroundings: Surroundings,
    /** The group that an instance is of. */
    private readonly groupOf: (instance: Instance) => Group | undefined,
  ) {
    this.role = facts.executionRole;
  }

  /** What keeps a task from starting where it was placed; `undefined`: nothing that is known. */
  obstacle(task: Task): Obstacle | undefined {
    const { instance } = task;
    const group = instance && this.groupOf(instance);
    if (instance === undefined || group === undefined) return undefined;
    const isCached = group.usesCachedImages && instance.images.has(imageOf(task, this.facts));
    for (const need of this.facts.needs) {
      if (need.kind === "image" && isCached) continue;
      const obstacle = this.obstacleOf(need, group, instance.zone, task);
      if (obstacle !== undefined) return obstacle;
    }
    return undefined;
  }

  /** What is answered to the agent's call by one of the ways; where nothing says more, without an endpoint between. */
  answer(need: Need, way?: Way): Verdict {
    const { role } = this;
    if (role === undefined) return need.isSigned ? signed(need, way) : "undecided";
    const known = answers.get(role)?.get(need)?.get(way);
    if (known !== undefined) return known;
    const ofRole = answers.get(role) ?? new WeakMap<Need, Map<Way | undefined, Verdict>>();
    const ofNeed = ofRole.get(need) ?? new Map<Way | undefined, Verdict>();
    const verdict = ask(role, need, way);
    answers.set(role, ofRole.set(need, ofNeed.set(way, verdict)));
    return verdict;
  }

  private obstacleOf(need: Need, group: Group, zone: string, task: Task): Obstacle | undefined {
    if (this.role === undefined && isSecret(need)) {
      return { why: `${WORDS[need.kind](need)}: unable to find execution role credentials`, isSilent: false };
    }
    for (const destination of need.destinations) {
      const ways = this.surroundings.ways(group, zone, destination);
      if (ways?.length === 0) return { why: `${WORDS[need.kind](need)}: ${UNANSWERED}`, isSilent: true };
    }
    // Without an execution role the agent pulls, and opens the log, under the instance's.
    if (this.role === undefined || need.action === "") return undefined;
    const [way] = need.destinations.flatMap((destination) => this.surroundings.ways(group, zone, destination) ?? []);
    const answer = this.answer(need, way);
    if (answer === "allowed" || answer === "undecided") return undefined;
    return { why: `${WORDS[need.kind](need)}: ${deniedWords(this.role, need, task)}`, isSilent: false };
  }
}

/** By role and need, what is answered to the call by a way: the same in every run. */
const answers = new WeakMap<Role, WeakMap<Need, Map<Way | undefined, Verdict>>>();

function ask(role: Role, need: Need, way: Way | undefined): Verdict {
  const { action, resource, policy, context } = need;
  if (need.isSigned) return signed(need, way);
  const by: Caller = { kind: "principal", arn: role.arn, account: role.account };
  // What is named by reference is the plan's own.
  const own = typeof resource === "string" && resource.startsWith("${") ? { resourceAccount: role.account } : {};
  const usual = {
    "aws:PrincipalAccount": role.account,
    "aws:PrincipalArn": role.arn,
    "aws:SecureTransport": "true",
    "aws:PrincipalIsAWSService": "false",
    "kms:CallerAccount": role.account,
  };
  return evaluate(
    {
      ...{ by, action, resource, ...own, otherKeys: "unknown" },
      context: new Map(Object.entries({ ...usual, ...context }).map(([key, value]) => [key.toLowerCase(), [value]])),
    },
    {
      identity: role.identity,
      ...(role.boundary === undefined ? {} : { boundary: role.boundary }),
      ...(policy === undefined ? {} : { resource: policy }),
      ...(way?.policy === undefined ? {} : { endpoint: way.policy }),
    },
  );
}

/** What AWS has signed for anybody: an endpoint on the way may still let nothing of it through. */
function signed({ action, resource }: Need, way: Way | undefined): Verdict {
  if (way?.policy === undefined) return "allowed";
  const request = { by: { kind: "anonymous" }, action, resource, context: new Map(), otherKeys: "unknown" } as const;
  return evaluate(request, { identity: [], resource: way.policy, endpoint: way.policy });
}

/** What an instance that has run such a task needs no registry for. */
export const imageOf = ({ revision }: Task, { name }: Service): string => `${name}:${revision.number}`;

const isSecret = ({ kind }: Need) => kind === "parameter" || kind === "secret" || kind === "key";

/** As the agent begins: aws/amazon-ecs-agent, agent/taskresource, agent/engine; the log's is Docker's. */
const WORDS: { readonly [kind in Need["kind"]]: (need: Need) => string } = {
  parameter: ({ resource }) => `Fetching secret data from SSM Parameter Store in ${regionOf(resource)}`,
  secret: ({ resource, name }) =>
    `Fetching secret data from AWS Secrets Manager in region ${regionOf(resource)}: secret ${name}`,
  key: () => "Fetching secret data",
  image: ({ name }) => `CannotPullContainerError: ${name}`,
  log: ({ name }) =>
    `CannotStartContainerError: failed to initialize logging driver: failed to create Cloudwatch log stream in ${name}`,
};

const UNANSWERED = "RequestError: send request failed: i/o timeout";

const regionOf = (resource: Need["resource"]) => partsOf(resource)?.[3] ?? "the region";

function deniedWords({ address, account }: Role, { action, name }: Need, { id }: Task): string {
  const role = address.split(".").at(-1);
  return `AccessDeniedException: User: arn:aws:sts::${account}:assumed-role/${role}/${id} is not authorized to perform: ${action} on resource: ${name}`;
}
