import type { Environment } from "../../environments/schema";
import { ARNS } from "./arns";
import type { Condition, Grant, SynthesizedResource } from "./grant";
import { boundaryArn } from "./names";

const REFERENCE = /\$\{(aws_\w+)\.(\w+)\.(\w+)\}/g;
/** Attributes that repeat an argument of the resource. */
const SAME_AS: { readonly [attribute: string]: readonly string[] } = { id: ["bucket", "name"] };
/** Types whose id is their ARN. */
const ARN_AS_ID = ["aws_ecs_cluster", "aws_ecs_service", "aws_sfn_state_machine", "aws_sns_topic"];

/** One environment's resources, and how IAM tells them from everybody else's. */
export class Scope {
  private readonly byAddress: ReadonlyMap<string, SynthesizedResource>;

  constructor(
    readonly environment: Environment,
    resources: readonly SynthesizedResource[],
  ) {
    this.byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  }

  /** ARN in the environment's region and account: `arn("ecs", "cluster/production")`. */
  arn(service: string, resource: string): string {
    const { region, accountId } = this.environment;
    return `arn:aws:${service}:${region}:${accountId}:${resource}`;
  }

  /** ARN of a service without regions, as IAM. */
  globalArn(service: string, resource: string): string {
    return `arn:aws:${service}::${this.environment.accountId}:${resource}`;
  }

  /** ARN that a resource has or will have; `*` in it stands for what AWS makes up. */
  arnOf(resource: SynthesizedResource): string {
    const arn = ARNS[resource.type];
    if (arn === undefined) throw new Error(`${resource.address}: arns.ts doesn't know the ARN of ${resource.type}`);
    return arn(resource, this);
  }

  /** An argument's text, references resolved among the environment's resources; `*` for what isn't known yet. */
  text(value: unknown): string {
    if (typeof value !== "string") return "*";
    const resolved = value.replaceAll(REFERENCE, (_, type: string, name: string, attribute: string) =>
      this.attribute(`${type}.${name}`, attribute),
    );
    return resolved.replaceAll(/\$\{[^}]*\}/g, "*");
  }

  /** The resource that an argument refers to, where it is one of the environment's. */
  referenced(value: unknown): SynthesizedResource | undefined {
    const [, type, name] = /^\$\{(aws_\w+)\.(\w+)\.\w+\}$/.exec(String(value)) ?? [];
    return this.byAddress.get(`${type}.${name}`);
  }

  private attribute(address: string, attribute: string): string {
    const resource = this.byAddress.get(address);
    if (resource === undefined) return "*";
    if (attribute === "id" && ARN_AS_ID.includes(resource.type)) return this.arnOf(resource);
    const [value] = [attribute, ...(SAME_AS[attribute] ?? [])].flatMap((name) => resource.body[name] ?? []);
    if (typeof value === "string") return this.text(value);
    return attribute === "arn" ? this.arnOf(resource) : "*";
  }

  /** It is marked as the environment's. */
  get own(): Condition {
    return { StringEquals: { "aws:ResourceTag/Environment": this.environment.name } };
  }

  /** It is marked as the environment's from its first moment. */
  get making(): Condition {
    return { StringEquals: { "aws:RequestTag/Environment": this.environment.name } };
  }

  /**
   * It is marked as the environment's, and was nobody's before: for actions that tag what was made in the call before. With
   * `making` alone they could mark another environment's resource, and have it.
   */
  get claiming(): Condition {
    return { ...this.making, Null: { "aws:ResourceTag/Environment": "true" } };
  }

  /** In the environment's region, for actions that IAM can't limit to a resource. */
  get inRegion(): Condition {
    return { StringEquals: { "aws:RequestedRegion": this.environment.region } };
  }

  /** The role has the environment's boundary, or gets it in this call. */
  get bounded(): Condition {
    return { StringEquals: { "iam:PermissionsBoundary": boundaryArn(this.environment) } };
  }

  /** Reads that IAM can't limit to a resource. */
  reads(actions: readonly string[]): Grant {
    return { actions, resources: ["*"], condition: this.inRegion };
  }

  /** The same for services without regions. */
  globalReads(actions: readonly string[]): Grant {
    return { actions, resources: ["*"] };
  }

  /** Actions on what is marked as the environment's, whose ids AWS makes up. */
  ownOnes(actions: readonly string[], service: string, ...types: readonly string[]): Grant {
    return { actions, resources: types.map((type) => this.arn(service, `${type}/*`)), condition: this.own };
  }

  /** Actions on network parts that an argument names: by id where they were there before, else by their mark. */
  named(actions: readonly string[], type: string, ...values: readonly unknown[]): readonly Grant[] {
    const given = values.map((value) => this.text(value)).filter((id) => id !== "*");
    return [
      ...(given.length === 0 ? [] : [{ actions, resources: given.map((id) => this.arn("ec2", `${type}/${id}`)) }]),
      ...(given.length === values.length ? [] : [this.ownOnes(actions, "ec2", type)]),
    ];
  }

  /** A role that AWS makes for itself with the first resource of a service in the account. */
  serviceLinkedRole(service: string, name: string): Grant {
    return {
      actions: ["iam:CreateServiceLinkedRole"],
      resources: [this.globalArn("iam", `role/aws-service-role/${service}/${name}`)],
      condition: { StringEquals: { "iam:AWSServiceName": service } },
    };
  }
}
