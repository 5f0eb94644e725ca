import { partsOf } from "../../iam/arns";
import type { Policy } from "../../iam/evaluate";
import { isAttribute } from "../../iam/text";
import { companions } from "../../plan/facts/belonging";
import type { PolicyText } from "../../plan/facts/policies";
import type { Plan, Resource } from "../../plan/plan";
import { entry, isRecord, listOf, type MaybeValue, Unknown, type ValueRecord } from "../../plan/value";
import type { Destination } from "./reachability";
import { accountText, policyAt, qualified, type Role } from "./roles";

/** A call that the agent makes before a container starts. */
export interface Need {
  /** `"parameter"`: of SSM; `"secret"`: of Secrets Manager; `"key"`: the customer's own that either is under. */
  readonly kind: "parameter" | "secret" | "key" | "image" | "log";
  /** `"ssm:GetParameters"`; `""`: nothing of IAM's is asked. */
  readonly action: string;
  /** Whether it asks without the role: by an address that AWS has signed for it. @default false */
  readonly isSigned?: boolean;
  /** ARN of what it asks for; `"*"` where there is none. */
  readonly resource: PolicyText;
  /** What the agent's words call it. */
  readonly name: string;
  /** What the agent has to reach for it. */
  readonly destinations: readonly Destination[];
  /** Who may use it, as it says itself. @default - it says nothing */
  readonly policy?: Policy;
  /** Condition keys that AWS sends besides the usual ones. */
  readonly context: { readonly [key: string]: PolicyText };
}

/** What the agent calls under a role before a task's containers start, each once. */
export function needsOf(
  plan: Plan,
  taskDefinition: Resource,
  containers: readonly ValueRecord[],
  role: Role | undefined,
): readonly Need[] {
  const needs = containers.flatMap((container) => [
    ...secretNeeds(plan, taskDefinition, container, role),
    ...imageNeeds(plan, container),
    ...logNeeds(plan, container),
  ]);
  const keys = needs.map(
    ({ action, resource, name }) => `${action} ${String(resource instanceof Unknown ? name : resource)}`,
  );
  return needs.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** Where the agent reads a container's secrets: environment variables, options of the log driver, a registry's login. */
function sourcesOf(container: ValueRecord): readonly MaybeValue[] {
  const at = (record: MaybeValue, key: string) => (isRecord(record) ? entry(record, key) : undefined);
  const log = entry(container, "logConfiguration");
  const secrets = [...listOf(entry(container, "secrets")), ...listOf(at(log, "secretOptions"))];
  return [
    ...secrets.filter(isRecord).map((secret) => entry(secret, "valueFrom")),
    ...listOf(at(entry(container, "repositoryCredentials"), "credentialsParameter")),
  ];
}

function secretNeeds(
  plan: Plan,
  taskDefinition: Resource,
  container: ValueRecord,
  role: Role | undefined,
): readonly Need[] {
  return sourcesOf(container).flatMap((source) => {
    const own = plan.referenced(source, ...SECRETS, ...PARAMETERS)[0];
    const resource = arnOf(source, own, taskDefinition);
    const isParameter = own === undefined ? !isOfSecretsManager(resource) : PARAMETERS.includes(own.type);
    const name = nameOf(resource);
    const policy = own && resourcePolicy(plan, own);
    const read: Need = isParameter
      ? { kind: "parameter", action: "ssm:GetParameters", resource, name, destinations: ["ssm"], context: {} }
      : {
          ...{ kind: "secret", action: "secretsmanager:GetSecretValue", resource, name },
          ...{ destinations: ["secretsmanager"], context: {} },
          ...(policy === undefined ? {} : { policy }),
        };
    const keys = own === undefined ? grantedKeys(role) : keysOf(plan, own);
    return [read, ...keys.map((key) => keyNeed(plan, key, read))];
  });
}

/** The customer's own key that a secret of the plan is under. */
function keysOf(plan: Plan, own: Resource): readonly PolicyText[] {
  const [secret = own] = plan.referenced(own.get("secret_id"), "aws_secretsmanager_secret");
  const written = secret.get("kms_key_id") ?? secret.get("key_id");
  const [key] = plan.referenced(written, "aws_kms_key");
  if (key !== undefined) return [`\${${key.address}.arn}`];
  return typeof written === "string" && written.startsWith("arn:") ? [written] : [];
}

/** Of a secret that isn't in the plan: a grant to decrypt under a key says that it is under it. */
function grantedKeys(role: Role | undefined): readonly PolicyText[] {
  const statements = (role?.identity ?? []).flatMap((policy) => (policy instanceof Unknown ? [] : policy));
  return statements
    .filter(({ effect, actions }) => effect === "Allow" && actions.some((action) => String(action) === "kms:Decrypt"))
    .flatMap(({ resources }) => resources.filter((resource) => typeof resource === "string" && !/[*]/.test(resource)));
}

const SECRETS = ["aws_secretsmanager_secret", "aws_secretsmanager_secret_version"];
const PARAMETERS = ["aws_ssm_parameter"];

const isOfSecretsManager = (resource: PolicyText) =>
  resource instanceof Unknown || partsOf(resource)?.[2] === "secretsmanager";

/** The service that keeps a secret decrypts it in the reader's name, and says for which. */
function keyNeed(plan: Plan, key: PolicyText, read: Need): Need {
  const isParameter = read.kind === "parameter";
  const region = partsOf(read.resource)?.[3];
  return {
    ...{ kind: "key", action: "kms:Decrypt", resource: key, name: String(key) },
    // The agent never speaks to KMS itself.
    ...{ destinations: [], policy: keyPolicyOf(plan, key) },
    context: {
      [`kms:EncryptionContext:${isParameter ? "PARAMETER_ARN" : "SecretARN"}`]: read.resource,
      ...(region === undefined
        ? {}
        : { "kms:ViaService": `${isParameter ? "ssm" : "secretsmanager"}.${region}.amazonaws.com` }),
    },
  };
}

/** Without one of the plan's, its account's own policies decide, as in the one that AWS gives a key. */
function keyPolicyOf(plan: Plan, key: PolicyText): Policy {
  const [own] = plan.referenced(key, "aws_kms_key");
  const holders = own === undefined ? [] : [own, ...companions(plan, own, "aws_kms_key_policy", "key_id")];
  const account = (own === undefined ? partsOf(key)?.[4] : undefined) ?? accountText(plan);
  return together(holders.map((holder) => policyAt(holder, "policy"))) ?? leftToAccount(account);
}

const leftToAccount = (account: string): Policy => [
  {
    ...{ sid: undefined, effect: "Allow", actions: ["kms:*"], notActions: [], resources: ["*"], notResources: [] },
    ...{ principals: [{ type: "AWS", values: [`arn:aws:iam::${account}:root`] }], notPrincipals: [], conditions: [] },
  },
];

/** Several policies of one resource as one; `undefined`: it has none. */
function together(policies: readonly (Policy | undefined)[]): Policy | undefined {
  const given = policies.filter((policy) => policy !== undefined);
  if (given.length === 0) return undefined;
  return (
    given.find((policy) => policy instanceof Unknown) ??
    given.flatMap((policy) => (policy instanceof Unknown ? [] : policy))
  );
}

function resourcePolicy(plan: Plan, own: Resource): Policy | undefined {
  const [secret = own] = plan.referenced(own.get("secret_id"), "aws_secretsmanager_secret");
  const holders = [secret, ...companions(plan, secret, "aws_secretsmanager_secret_policy", "secret_arn")];
  return together(holders.map((holder) => policyAt(holder, "policy")));
}

/** As policies name it: without the JSON key, stage and version that may follow, and one name for one resource. */
function arnOf(source: MaybeValue, own: Resource | undefined, taskDefinition: Resource): PolicyText {
  if (own?.type === "aws_secretsmanager_secret_version") {
    const secret = String(own.get("secret_id") instanceof Unknown ? (own.get("secret_id") as Unknown).template : "");
    const code = /^\$\{(.*)\.(?:id|arn)\}$/.exec(secret)?.[1];
    return code !== undefined && isAttribute(`${code}.arn`) ? `\${${code}.arn}` : new Unknown([]);
  }
  if (own !== undefined) return `\${${own.address}.arn}`;
  if (source instanceof Unknown)
    return source.template === undefined ? source : qualified(source.template, taskDefinition);
  const text = String(source ?? "");
  return text.includes(":secretsmanager:")
    ? text.split(":").slice(0, 7).join(":")
    : text.startsWith("arn:")
      ? text
      : new Unknown([], text);
}

const nameOf = (resource: PolicyText) =>
  resource instanceof Unknown ? (resource.template ?? "what is known only at apply") : resource;

/** A pull from a repository of ECR; of other registries nothing is known but that they are outside. */
function imageNeeds(plan: Plan, container: ValueRecord): readonly Need[] {
  const image = entry(container, "image") ?? null;
  const name = image instanceof Unknown ? (image.template ?? "an image") : String(image ?? "an image");
  const common = { kind: "image", name, context: {} } as const;
  const resource = repositoryOf(plan, image, name);
  if (resource === undefined) {
    const isKnown = image !== null && !name.startsWith("${");
    return [{ ...common, action: "", resource: "*", destinations: isKnown ? ["internet"] : [] }];
  }
  return [
    { ...common, action: "ecr:GetAuthorizationToken", resource: "*", destinations: ["ecr.api"] },
    { ...common, action: "ecr:BatchGetImage", resource, destinations: ["ecr.dkr"] },
    { ...common, action: "ecr:GetDownloadUrlForLayer", resource, destinations: ["ecr.api"] },
    // ECR user guide, vpc-endpoints: layers lie in a bucket of AWS's.
    {
      ...{ ...common, action: "s3:GetObject", isSigned: true, destinations: ["s3"] },
      resource: `arn:aws:s3:::prod-${partsOf(resource)?.[3] ?? "${region.of.ecr}"}-starport-layer-bucket/layer`,
    },
  ];
}

/** ARN of the repository of ECR that an image is in. */
function repositoryOf(plan: Plan, image: MaybeValue, name: string): string | undefined {
  const [own] = plan.referenced(image, "aws_ecr_repository");
  if (own !== undefined) return `\${${own.address}.arn}`;
  const [, account, region, repository] = REPOSITORY.exec(name) ?? [];
  return repository === undefined ? undefined : `arn:aws:ecr:${region}:${account}:repository/${repository}`;
}

const REPOSITORY = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@$]+)/;

/** The stream that the log driver opens, `<prefix>/<container>/<task>`. */
function logNeeds(plan: Plan, container: ValueRecord): readonly Need[] {
  const log = entry(container, "logConfiguration");
  if (!isRecord(log) || entry(log, "logDriver") !== "awslogs") return [];
  const options = entry(log, "options") ?? null;
  const option = (key: string) => (isRecord(options) ? entry(options, key) : undefined);
  const [group] = plan.referenced(option("awslogs-group"), "aws_cloudwatch_log_group");
  const prefix = option("awslogs-stream-prefix");
  const isKnown = group !== undefined && typeof prefix === "string";
  const resource = isKnown
    ? `\${${group.address}.arn}:log-stream:${prefix}/${String(entry(container, "name"))}/task`
    : new Unknown([]);
  const name = group?.address ?? String(option("awslogs-group"));
  return [{ kind: "log", action: "logs:CreateLogStream", resource, name, destinations: ["logs"], context: {} }];
}
