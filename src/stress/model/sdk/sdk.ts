import { evaluate, type Policy } from "../../../iam/evaluate";
import { isObject, type Json, type JsonObject } from "../../../states-language/json";
import type { Automation } from "../../facts/automations";
import type { Platform } from "../platform";
import { type Adapter, type Caller, failure } from "./adapter";
import { AUTO_SCALING } from "./autoscaling";
import { ECS } from "./ecs";
import { LOAD_BALANCING } from "./load-balancing";
import { OTHERS } from "./others";

const ADAPTERS: { readonly [action: string]: Adapter | undefined } = {
  ...AUTO_SCALING,
  ...ECS,
  ...LOAD_BALANCING,
  ...OTHERS,
};

/** Why a call is to fail, in AWS's words; `undefined`: it goes through. A scenario adds to it, and takes away. */
export type CallFailure = (action: string) => { readonly name: string; readonly cause: string } | undefined;

/** AWS's API, as the model's machines call it. */
export class Sdk {
  readonly failures = new Set<CallFailure>();

  constructor(private readonly platform: Platform) {}

  /**
   * Does what a task asks for.
   * @param resource as the task has it: `"arn:aws:states:::aws-sdk:ecs:listTasks"`
   * @throws TaskFailure as AWS answers with an error; what the model has no answer to is `States.Runtime`, which nothing catches
   */
  call(automation: Automation, resource: string, parameters: Json): Json {
    const action = resource.replace(/^arn:[^:]*:states:::(?:aws-sdk:)?/, "");
    const adapter = ADAPTERS[action];
    if (adapter === undefined) throw failure("States.Runtime", `the model has no answer to ${action}`);
    const given = isObject(parameters) ? parameters : {};
    const unknown = Object.keys(given).filter((name) => !adapter.parameters.includes(name));
    if (unknown.length > 0)
      throw failure("States.Runtime", `the model doesn't know ${unknown.join(", ")} of ${action}`);
    for (const fails of this.failures) {
      const why = fails(action);
      if (why !== undefined) throw failure(why.name, why.cause);
    }
    const caller = { platform: this.platform, machineArn: automation.arn };
    this.authorize(automation, action, adapter, given, caller);
    const answer = adapter.answer(given, caller);
    if (adapter.effect !== undefined) {
      this.platform.world.trace.add("automation-acted", automation.address, `${action} ${adapter.effect(given)}`);
    }
    return answer;
  }

  private authorize(
    automation: Automation,
    action: string,
    { permission, resources }: Adapter,
    parameters: JsonObject,
    caller: Caller,
  ): void {
    const own = resources(parameters, caller);
    for (const resource of own.length === 0 ? ["*"] : own) {
      if (isAllowed(automation, permission, resource, parameters)) continue;
      throw failure(deniedName(action), `not authorized to perform ${permission} on ${resource}`);
    }
  }
}

/** Of each role, what it says to an action on a resource in a cluster: the same in every run. */
const verdicts = new WeakMap<readonly Policy[], Map<string, boolean>>();

/** What can't be told before the apply is allowed: the guardrails say what is wrong with it. */
function isAllowed(
  { arn, grants }: Automation,
  action: string,
  resource: string,
  { Cluster = null }: JsonObject,
): boolean {
  const own = verdicts.get(grants) ?? new Map<string, boolean>();
  verdicts.set(grants, own);
  const key = `${action} ${resource} ${Cluster}`;
  let verdict = own.get(key);
  if (verdict === undefined) {
    const account = arn.split(":")[4] ?? "";
    const context = new Map(typeof Cluster === "string" ? [["ecs:cluster", [Cluster]]] : []);
    const by = { kind: "principal", arn, account } as const;
    const request = { by, action, resource, resourceAccount: account, context, otherKeys: "unknown" } as const;
    verdict = ["allowed", "undecided"].includes(evaluate(request, { identity: grants }));
    own.set(key, verdict);
  }
  return verdict;
}

/** Services with the query protocol have no exception of that name: Step Functions calls theirs by the service. */
function deniedName(action: string): string {
  const [service = ""] = action.split(":");
  const name = SERVICE_NAMES[service] ?? service;
  return QUERY_SERVICES.has(service) ? `${name}.${name}Exception` : `${name}.AccessDeniedException`;
}

const SERVICE_NAMES: { readonly [service: string]: string } = {
  autoscaling: "AutoScaling",
  cloudwatch: "CloudWatch",
  dynamodb: "DynamoDb",
  ecs: "Ecs",
  elasticloadbalancingv2: "ElasticLoadBalancingV2",
  events: "EventBridge",
  sfn: "Sfn",
  sns: "Sns",
};
const QUERY_SERVICES: ReadonlySet<string> = new Set(["autoscaling", "cloudwatch", "elasticloadbalancingv2", "sns"]);
