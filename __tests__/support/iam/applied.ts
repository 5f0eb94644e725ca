import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { TerraformDocument } from "../terraform-json";

/** The account that everything offline is in. */
export const ACCOUNT = "000000000000";

export type Body = TerraformDocument["resource"][string][string];

/** A resource as it is once applied: its references are what AWS would have answered. */
export interface Applied {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly body: Body;
  /** Where AWS's answer is known. */
  readonly arn?: string;
  readonly tags: { readonly [key: string]: string };
}

interface Context {
  readonly region: string;
  readonly address: string;
  /** An attribute that is in the configuration, references resolved. */
  readonly get: (attribute: string) => string;
}

type Attributes = { readonly [attribute: string]: (context: Context) => string };

/**
 * What AWS answers of each type of resource that a policy, or a call, refers to. Ids come from the address, so that
 * they are the same in every run.
 */
const ANSWERS: { readonly [type: string]: Attributes } = {
  aws_autoscaling_group: {
    arn: ({ region, address, get }) =>
      `arn:aws:autoscaling:${region}:${ACCOUNT}:autoScalingGroup:${uuid(address)}:autoScalingGroupName/${get("name")}`,
    id: ({ get }) => get("name"),
  },
  aws_cloudwatch_event_rule: {
    arn: ({ region, get }) => `arn:aws:events:${region}:${ACCOUNT}:rule/${get("name")}`,
    id: ({ get }) => get("name"),
  },
  aws_cloudwatch_log_group: {
    arn: ({ region, get }) => `arn:aws:logs:${region}:${ACCOUNT}:log-group:${get("name")}`,
    id: ({ get }) => get("name"),
  },
  aws_cloudwatch_metric_alarm: {
    arn: ({ region, get }) => `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:${get("alarm_name")}`,
    id: ({ get }) => get("alarm_name"),
  },
  aws_dynamodb_table: {
    arn: ({ region, get }) => `arn:aws:dynamodb:${region}:${ACCOUNT}:table/${get("name")}`,
    id: ({ get }) => get("name"),
  },
  aws_ecs_cluster: {
    arn: ({ region, get }) => `arn:aws:ecs:${region}:${ACCOUNT}:cluster/${get("name")}`,
    id: ({ region, get }) => `arn:aws:ecs:${region}:${ACCOUNT}:cluster/${get("name")}`,
  },
  aws_ecs_service: {
    id: ({ region, get }) => `arn:aws:ecs:${region}:${ACCOUNT}:service/${get("cluster").split("/")[1]}/${get("name")}`,
  },
  aws_iam_instance_profile: {
    arn: ({ get }) => `arn:aws:iam::${ACCOUNT}:instance-profile/${get("name")}`,
    id: ({ get }) => get("name"),
  },
  aws_iam_openid_connect_provider: {
    arn: ({ get }) => `arn:aws:iam::${ACCOUNT}:oidc-provider/${get("url").replace("https://", "")}`,
  },
  aws_iam_policy: {
    arn: ({ get }) => `arn:aws:iam::${ACCOUNT}:policy/${get("name")}`,
  },
  aws_iam_role: {
    arn: ({ get }) => `arn:aws:iam::${ACCOUNT}:role/${get("name")}`,
    id: ({ get }) => get("name"),
  },
  aws_iam_service_linked_role: {
    arn: ({ get }) =>
      `arn:aws:iam::${ACCOUNT}:role/aws-service-role/${get("aws_service_name")}/AWSServiceRoleForAutoScaling_${get("custom_suffix")}`,
  },
  aws_kms_key: {
    arn: ({ region, address }) => `arn:aws:kms:${region}:${ACCOUNT}:key/${keyId(address)}`,
    id: ({ address }) => keyId(address),
    key_id: ({ address }) => keyId(address),
  },
  aws_lb: {
    arn: ({ region, address, get }) =>
      `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:loadbalancer/app/${get("name")}/${id(address)}`,
    arn_suffix: ({ address, get }) => `app/${get("name")}/${id(address)}`,
  },
  aws_lb_target_group: {
    arn: ({ region, address, get }) =>
      `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:targetgroup/${get("name")}/${id(address)}`,
    arn_suffix: ({ address, get }) => `targetgroup/${get("name")}/${id(address)}`,
  },
  aws_s3_bucket: {
    arn: ({ get }) => `arn:aws:s3:::${get("bucket")}`,
    id: ({ get }) => get("bucket"),
  },
  aws_sfn_state_machine: {
    arn: ({ region, get }) => `arn:aws:states:${region}:${ACCOUNT}:stateMachine:${get("name")}`,
    id: ({ region, get }) => `arn:aws:states:${region}:${ACCOUNT}:stateMachine:${get("name")}`,
  },
  aws_sqs_queue: {
    arn: ({ region, get }) => `arn:aws:sqs:${region}:${ACCOUNT}:${get("name")}`,
    url: ({ region, get }) => `https://sqs.${region}.amazonaws.com/${ACCOUNT}/${get("name")}`,
  },
  aws_sns_topic: {
    arn: ({ region, get }) => `arn:aws:sns:${region}:${ACCOUNT}:${get("name")}`,
    id: ({ region, get }) => `arn:aws:sns:${region}:${ACCOUNT}:${get("name")}`,
  },
};

const REFERENCE = /(?<!\$)\$\{(aws_[a-z0-9_]+)\.([A-Za-z0-9_]+)\.([a-z0-9_]+)\}/g;
const VARIABLE = /(?<!\$)\$\{var\.([A-Za-z0-9_]+)\}/g;

/** Every resource of an environment's stacks, as applied. What isn't known of AWS's answers stays a reference. */
export function applied(documents: Iterable<TerraformDocument>): readonly Applied[] {
  return [...documents].flatMap((document) => {
    const region = regionOf(document);
    const attributeOf = (reference: string, type: string, name: string, attribute: string): string => {
      const body = document.resource[type]?.[name];
      if (body === undefined) throw new Error(`${reference} leads nowhere`);
      const get = (key: string) => resolve(String(body[key]));
      const answer = ANSWERS[type]?.[attribute];
      if (answer !== undefined) return answer({ region, address: `${type}.${name}`, get });
      return typeof body[attribute] === "string" ? get(attribute) : reference;
    };
    const resolve = (text: string): string =>
      text
        .replaceAll(REFERENCE, attributeOf)
        .replaceAll(VARIABLE, (reference, name) => variableOf(document, name) ?? reference);
    return Object.entries(document.resource).flatMap(([type, bodies]) =>
      Object.entries(bodies).map(([name, body]) => ({
        address: `${type}.${name}`,
        type,
        name,
        body: mapTexts(body, resolve),
        tags: { ...defaultTagsOf(document), ...(body.tags as Applied["tags"] | undefined) },
        ...(ANSWERS[type]?.arn === undefined ? {} : { arn: resolve(`\${${type}.${name}.arn}`) }),
      })),
    );
  });
}

/** The region that the stack's provider is for. */
function regionOf(document: TerraformDocument): string {
  const found = /"region":"([a-z0-9-]+)"/.exec(JSON.stringify(document.provider))?.[1];
  if (found === undefined) throw new Error("the provider names no region");
  return found;
}

/** The tags that the stack's provider puts on all that it makes. */
function defaultTagsOf(document: TerraformDocument): Applied["tags"] {
  const { aws } = document.provider as unknown as { readonly aws: readonly Provider[] };
  return aws[0]?.default_tags?.[0]?.tags ?? {};
}

interface Provider {
  readonly default_tags?: readonly { readonly tags: { readonly [key: string]: string } }[];
}

function variableOf(document: TerraformDocument, name: string): string | undefined {
  const variables = document.variable as { readonly [name: string]: { readonly default?: string } } | undefined;
  return variables?.[name]?.default;
}

function mapTexts<Value>(value: Value, by: (text: string) => string): Value {
  if (typeof value === "string") return by(value) as Value;
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, by)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, by)])) as Value;
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const id = (address: string): string => hash(address).slice(0, 16);

/** The state's key was there first: its ARN is in the backend's settings, where the bootstrap wrote it. */
function keyId(address: string): string {
  const settings: { readonly [environment: string]: { readonly kms_key_id: string } } = JSON.parse(
    readFileSync("backend.config.json", "utf8"),
  );
  const arn = Object.values(settings)[0]?.kms_key_id;
  return address === "aws_kms_key.state" ? (arn?.split("/")[1] ?? "") : uuid(address);
}

const uuid = (address: string): string =>
  hash(address).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
