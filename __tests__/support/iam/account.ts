import { synthesized } from "../synthesized";
import type { TerraformDocument } from "../terraform-json";
import { type Applied, applied } from "./applied";
import type { PolicyDocument } from "./policy";

/** A role, with the addresses of the policies that say what it may do. */
export interface Role {
  readonly address: string;
  readonly arn: string;
  /** Inline and attached ones; `Account.documents` holds them. */
  readonly policies: readonly string[];
  /** Of the policy that bounds it. @default - none */
  readonly boundary?: string;
}

interface Parts {
  readonly resources: readonly Applied[];
  readonly roles: ReadonlyMap<string, Role>;
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  readonly guards: ReadonlyMap<string, string>;
  readonly closedBuckets: ReadonlySet<string>;
}

/**
 * An environment's stacks as IAM sees them once applied: who there is, what each may do, who may use what. Edits give a
 * new one.
 */
export class Account {
  private constructor(private readonly parts: Parts) {}

  /** The account that has an environment's stacks and nothing else. */
  static of(environment: string): Account {
    return Account.with(synthesized(environment).values());
  }

  static with(documents: Iterable<TerraformDocument>): Account {
    const resources = applied(documents);
    return new Account({
      resources,
      roles: new Map(rolesOf(resources).map((role) => [role.address, role])),
      documents: documentsOf(resources),
      guards: guardsOf(resources),
      closedBuckets: closedBucketsOf(resources),
    });
  }

  get resources(): readonly Applied[] {
    return this.parts.resources;
  }

  /** By address. */
  get roles(): ReadonlyMap<string, Role> {
    return this.parts.roles;
  }

  /** Policies by the address of the resource that holds them; a role's own is its trust. */
  get documents(): ReadonlyMap<string, PolicyDocument> {
    return this.parts.documents;
  }

  resourcesOf(type: string): readonly Applied[] {
    return ofType(this.resources, type);
  }

  /** The resource at an address. */
  at(address: string): Applied {
    const found = this.resources.find((resource) => resource.address === address);
    if (found === undefined) throw new Error(`no ${address}`);
    return found;
  }

  /** The role at an address. */
  role(address: string): Role {
    const found = this.roles.get(address);
    if (found === undefined) throw new Error(`no ${address} among ${[...this.roles.keys()].join(", ")}`);
    return found;
  }

  /** Address of the role of that ARN. */
  roleAt(arn: unknown): string {
    const found = [...this.roles.values()].find((role) => role.arn === arn);
    if (found === undefined) throw new Error(`${arn} is no role of the stacks`);
    return found.address;
  }

  /** The policy that a resource holds. */
  document(address: string): PolicyDocument {
    const found = this.documents.get(address);
    if (found === undefined) throw new Error(`${address} holds no policy`);
    return found;
  }

  /** Address of what holds the policy of the resource of that ARN: a key, a bucket or what is in it, a role's trust. */
  guardOf(arn: string): string | undefined {
    const [bucket = arn] = arn.split("/");
    return this.parts.guards.get(arn.startsWith("arn:aws:s3:::") ? bucket : arn.replace(/^(arn:aws:logs:).*/, "$1"));
  }

  /** The tags of what has that ARN; the provider's own are on all of it. */
  tagsOf(arn: string): readonly (readonly [key: string, value: string])[] {
    return Object.entries(this.resources.find((resource) => resource.arn === arn)?.tags ?? {});
  }

  /** Whether S3 lets nobody from outside in, whatever the bucket's policy says. */
  isClosedBucket(arn: string): boolean {
    return this.parts.closedBuckets.has(arn.replace("arn:aws:s3:::", "").split("/")[0] ?? "");
  }

  /** The account with another policy at an address. */
  edited(address: string, by: (document: PolicyDocument) => PolicyDocument): Account {
    const documents = new Map(this.documents).set(address, by(this.document(address)));
    return new Account({ ...this.parts, documents });
  }

  /** The account with a role that nothing bounds. */
  unbounded(address: string): Account {
    const { boundary, ...role } = this.role(address);
    if (boundary === undefined) throw new Error(`${address} has no boundary`);
    return new Account({ ...this.parts, roles: new Map(this.roles).set(address, role) });
  }

  /** The account with buckets that S3 doesn't close. */
  opened(): Account {
    return new Account({ ...this.parts, closedBuckets: new Set() });
  }
}

function rolesOf(resources: readonly Applied[]): Role[] {
  const policyOf = (arn: unknown): string => {
    const found = ofType(resources, "aws_iam_policy").find((policy) => policy.arn === arn);
    if (found === undefined) throw new Error(`${arn} isn't a policy of the stacks`);
    return found.address;
  };
  return ofType(resources, "aws_iam_role").map(({ address, arn = "", body }) => {
    const { name, permissions_boundary: boundary } = body;
    const inline = ofType(resources, "aws_iam_role_policy").filter((policy) => policy.body.role === name);
    const attached = ofType(resources, "aws_iam_role_policy_attachment").filter((one) => one.body.role === name);
    return {
      address,
      arn,
      policies: [
        ...inline.map((policy) => policy.address),
        ...attached.map((attachment) => policyOf(attachment.body.policy_arn)),
      ],
      ...(boundary === undefined ? {} : { boundary: policyOf(boundary) }),
    };
  });
}

/** Attributes that hold a policy. */
const POLICY = ["policy", "policy_document", "assume_role_policy"];
const UNRESOLVED = /(?<!\$)\$\{(aws_|var\.|local\.|data\.)[^}]*\}/;

function documentsOf(resources: readonly Applied[]): ReadonlyMap<string, PolicyDocument> {
  const documents = new Map<string, PolicyDocument>();
  for (const { address, body } of resources) {
    const [text] = POLICY.flatMap((attribute) => body[attribute] ?? []).filter(isJsonObject);
    if (text === undefined) continue;
    const open = UNRESOLVED.exec(text)?.[0];
    if (open !== undefined) throw new Error(`${address}: what AWS answers for ${open} belongs into applied.ts`);
    if (documents.has(address)) throw new Error(`two stacks have a ${address}`);
    // A policy's own variables, `$${aws:username}`, stand as IAM reads them.
    documents.set(address, JSON.parse(text.replaceAll("$${", () => "${")));
  }
  return documents;
}

const isJsonObject = (value: unknown): value is string => typeof value === "string" && value.startsWith("{");

/** What says who may use a resource, by the resource's ARN. */
function guardsOf(resources: readonly Applied[]): ReadonlyMap<string, string> {
  const guards = new Map<string, string>();
  const guard = (type: string, arnOf: (resource: Applied) => string | undefined) => {
    for (const resource of ofType(resources, type)) {
      const arn = arnOf(resource);
      if (arn !== undefined) guards.set(arn, resource.address);
    }
  };
  guard("aws_kms_key", ({ arn }) => arn);
  guard("aws_iam_role", ({ arn }) => arn);
  guard("aws_s3_bucket_policy", ({ body }) => `arn:aws:s3:::${body.bucket}`);
  // One for the account's log groups: theirs is no policy of each one's own.
  guard("aws_cloudwatch_log_resource_policy", () => "arn:aws:logs:");
  const queues = ofType(resources, "aws_sqs_queue");
  guard("aws_sqs_queue_policy", ({ body }) => queues.find((queue) => queueUrl(queue) === body.queue_url)?.arn);
  guard("aws_sns_topic_policy", ({ body }) => String(body.arn));
  return guards;
}

/** Of a queue's ARN the last three parts, as its URL has them. */
function queueUrl({ arn = "" }: Applied): string {
  const [, , , region, account, name] = arn.split(":");
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}

function closedBucketsOf(resources: readonly Applied[]): ReadonlySet<string> {
  const blocks = ofType(resources, "aws_s3_bucket_public_access_block");
  return new Set(
    blocks.filter(({ body }) => body.restrict_public_buckets === true).map(({ body }) => String(body.bucket)),
  );
}

const ofType = (resources: readonly Applied[], type: string) => resources.filter((resource) => resource.type === type);
