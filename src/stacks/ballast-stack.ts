import { type TerraformElement, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { BackendConfig } from "../environments/backend";
import type { Mode } from "../environments/mode";
import type { Releases } from "../environments/releases";
import type { SandboxSite } from "../environments/sandbox";
import type { Environment } from "../environments/schema";
import type { Session } from "../environments/session";
import { addBackend } from "./backend";
import { addProvider } from "./provider";

export interface BallastStackProps {
  readonly environment: Environment;
  readonly mode: Mode;
  readonly backend: BackendConfig;
  /** Image tags that were released, by service. @default - none: those of the environment's file */
  readonly releases?: Releases;
  /**
   * Keeps the state on this machine in any mode: for the bootstrap, before the bucket is there.
   * @default false
   */
  readonly localState?: boolean;
  /**
   * As whom Terraform comes to AWS, in `aws` mode.
   * @default { role: "apply" }
   */
  readonly session?: Session;
  /**
   * The emulated AWS of `sandbox` mode.
   * @default - at the endpoint where a sandbox is unless told otherwise
   */
  readonly sandbox?: SandboxSite;
  /**
   * Role that applies this stack.
   * @default - the environment's `deployRoleArn`
   */
  readonly applyRoleArn?: string;
}

/** A stack with the mode's provider and backend, and addresses that a person can type. */
export class BallastStack extends TerraformStack {
  private readonly allocated = new Map<string, string>();

  constructor(scope: Construct, id: string, props: BallastStackProps) {
    super(scope, id);
    // use_lockfile is stable, and the lock table alone deprecated, from 1.11 on.
    this.addOverride("terraform.required_version", ">= 1.11.0");
    addProvider(this, props);
    addBackend(this, id, props);
  }

  /**
   * The construct's path, without CDKTF's hash. A part that begins with a capital is the code's own order and doesn't
   * show: `web/Identities/execution/Resource` is `web_execution`. Ids are part of the contract (one that changes replaces
   * the resource), so two of a kind with one id are an error, not a merge.
   */
  protected override allocateLogicalId(element: TerraformElement): string {
    const { node } = element;
    const id = node.scopes
      .slice(node.scopes.indexOf(this) + 1)
      .map((scope) => scope.node.id)
      .filter((part) => !/^[A-Z]/.test(part))
      .join("_")
      .replaceAll("-", "_");
    const key = `${element.constructor.name}.${id}`;
    const holder = this.allocated.get(key) ?? node.path;
    if (holder !== node.path) throw new Error(`${node.path} and ${holder} have the same address, ${key}`);
    this.allocated.set(key, holder);
    return id;
  }
}
