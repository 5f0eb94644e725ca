import { evaluateTemplate, type ResolvedStep, type Scope } from "../../plan/expression/evaluate";
import { addressOf, ownSteps } from "../../plan/expression/names";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { isList, isRecord, listOf, type MaybeValue, type Reference, Unknown, type Value } from "../../plan/value";

/** A value with nothing unknown in it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What AWS will call the resources of a plan, as far as that can be told; a stand-in for the rest, always the same one. */
export interface Names {
  readonly region: string;
  readonly account: string;
  readonly arn: (resource: Resource) => string;
  /** What its `name` will be, or the like of it: an alarm's `alarm_name`. */
  readonly name: (resource: Resource) => string;
  readonly attribute: (resource: Resource, path: string) => Json;
  /** A value as AWS gets it, stand-ins in place of what is known only at apply. */
  readonly resolve: (value: MaybeValue) => Json;
}

export const names = oncePerPlan((plan): Names => {
  const [region, account] = [regionOf(plan), accountOf(plan)];
  const attribute = (resource: Resource, path: string): Json => {
    const known = resource.get(path);
    if (isSet(resource, known)) return resolve(known);
    const { type } = resource;
    if (path === "arn" || (path === "id" && ARN_IS_ID.has(type))) return arn(resource);
    if (path === "id" || path === NAME[type]) return name(resource);
    const suffix = path === "arn_suffix" ? SUFFIX[type] : undefined;
    return suffix === undefined ? `${resource.address}.${path}` : `${suffix}/${name(resource)}/${STAND_IN_ID}`;
  };
  const name = (resource: Resource): string => {
    const known = resource.get(NAME[resource.type] ?? "name");
    return isSet(resource, known) ? String(resolve(known)) : resource.address;
  };
  const arn = (resource: Resource): string => {
    const known = resource.get("arn");
    if (typeof known === "string") return known;
    const [service, form] = ARNS[resource.type] ?? [];
    if (service === undefined || form === undefined) return `${resource.address}.arn`;
    return `arn:aws:${service}:${region}:${account}:${form(name(resource), (path) => resolve(resource.get(path)))}`;
  };
  const referenced = ({ address, attribute: path }: Reference): Json => {
    const resource = plan.resource(address);
    return resource === undefined ? [address, path].filter(Boolean).join(".") : attribute(resource, path);
  };
  const resolve = (value: MaybeValue): Json => {
    if (value === undefined) return null;
    if (value instanceof Unknown) return unknown(value);
    if (isList(value)) return value.map(resolve);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
  };
  const unknown = ({ template, references }: Unknown): Json => {
    const [only] = references;
    if (template === undefined) return only === undefined ? UNKNOWN : referenced(only);
    const scope: Scope = {
      resolve: (root, steps) => {
        const written = { address: addressOf({ root, steps }), attribute: pathOf(root, steps) };
        // In a module a name is written without the module's address.
        const own = references.find((reference) => isNamed(reference, written)) ?? written;
        return referenced(own);
      },
    };
    const evaluated = evaluateTemplate(template, scope);
    return evaluated instanceof Unknown ? template : (evaluated as Json);
  };
  return { region, account, arn, name, attribute, resolve };
});

/** What stands for a value of which nothing is known. */
const UNKNOWN = "(known only at apply)";
/** The part of a load balancer's ARN that AWS makes up. */
const STAND_IN_ID = "0123456789abcdef";

/** Whether a plan says anything of an attribute: what AWS makes up is known only at apply, and comes from nothing else. */
function isSet({ address }: Resource, value: MaybeValue): value is Value {
  if (value === undefined || value === null) return false;
  return !(value instanceof Unknown && value.references.every((reference) => reference.address === address));
}

const isNamed = (reference: Reference, written: Reference) =>
  reference.attribute === written.attribute &&
  (reference.address === written.address || reference.address.endsWith(`.${written.address}`));

function pathOf(root: string, steps: readonly ResolvedStep[]): string {
  return steps
    .slice(ownSteps(root))
    .flatMap((step) => (typeof step === "object" && "attribute" in step ? step.attribute : []))
    .join(".");
}

/** What others know one by, where that isn't `name`. */
const NAME: { readonly [type: string]: string } = {
  aws_cloudwatch_composite_alarm: "alarm_name",
  aws_cloudwatch_metric_alarm: "alarm_name",
  aws_ecs_task_definition: "family",
};

/** Types whose `id` is their ARN. */
const ARN_IS_ID: ReadonlySet<string> = new Set([
  "aws_alb",
  "aws_ecs_capacity_provider",
  "aws_ecs_cluster",
  "aws_ecs_service",
  "aws_lb",
  "aws_lb_listener",
  "aws_lb_target_group",
  "aws_sfn_state_machine",
  "aws_sns_topic",
]);

/** How the ARN's suffix begins that CloudWatch knows a load balancer or its targets by. */
const SUFFIX: { readonly [type: string]: string } = {
  aws_alb: "app",
  aws_alb_target_group: "targetgroup",
  aws_lb: "app",
  aws_lb_target_group: "targetgroup",
};

type Form = (name: string, attribute: (path: string) => Json) => string;

/** Service and resource part of the ARNs that events and their patterns hold. */
const ARNS: { readonly [type: string]: readonly [service: string, form: Form] } = {
  aws_autoscaling_group: ["autoscaling", (name) => `autoScalingGroup:${STAND_IN_ID}:autoScalingGroupName/${name}`],
  aws_cloudwatch_composite_alarm: ["cloudwatch", (name) => `alarm:${name}`],
  aws_cloudwatch_event_rule: ["events", (name) => `rule/${name}`],
  aws_cloudwatch_metric_alarm: ["cloudwatch", (name) => `alarm:${name}`],
  aws_ecs_capacity_provider: ["ecs", (name) => `capacity-provider/${name}`],
  aws_ecs_cluster: ["ecs", (name) => `cluster/${name}`],
  aws_ecs_service: ["ecs", (name, get) => `service/${clusterName(get("cluster"))}/${name}`],
  aws_ecs_task_definition: ["ecs", (name) => `task-definition/${name}:1`],
  aws_lb: ["elasticloadbalancing", (name) => `loadbalancer/app/${name}/${STAND_IN_ID}`],
  aws_lb_target_group: ["elasticloadbalancing", (name) => `targetgroup/${name}/${STAND_IN_ID}`],
  aws_sfn_state_machine: ["states", (name) => `stateMachine:${name}`],
  aws_sns_topic: ["sns", (name) => name],
  aws_sqs_queue: ["sqs", (name) => name],
};

/** From its ARN or name; a service that names none is in the default one. */
const clusterName = (cluster: Json): string => (typeof cluster === "string" ? cluster.replace(/^.*\//, "") : "default");

function regionOf(plan: Plan): string {
  const regions = plan.providers.filter(({ name }) => name === "aws").map(({ settings }) => settings.get("region"));
  return regions.find((region) => typeof region === "string") ?? "us-east-1";
}

/** The account that the provider is held to; else the first that an event rule or a role is written for. */
function accountOf(plan: Plan): string {
  const settings = plan.providers.flatMap(({ settings: own }) => [
    ...listOf(own.get("allowed_account_ids")),
    own.get("assume_role.role_arn"),
  ]);
  const patterns = plan.resources("aws_cloudwatch_event_rule").map((rule) => rule.get("event_pattern"));
  for (const value of [...settings, ...patterns]) {
    const text = value instanceof Unknown ? value.template : value;
    const [account] = /\b\d{12}\b/.exec(String(text)) ?? [];
    if (account !== undefined) return account;
  }
  return "123456789012";
}
