import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Terraform, type TerraformResult } from "../../../../src/cli/terraform";
import type { RecordedCall } from "../../../../src/sandbox/gateway/recorder";
import { Project } from "../../../support/command-line";
import type { TestSandbox } from "../../../support/sandbox";
import type { StateReader } from "../catalogue/change";

/** An environment's platform that a test has deployed to its sandbox. */
export interface Deployed {
  /** The platform's Terraform folder. */
  readonly directory: string;
  readonly terraform: (...args: readonly string[]) => Promise<TerraformResult>;
  /** Reads what the state says of a resource now. */
  readonly state: () => Promise<{
    readonly of: StateReader;
    readonly addresses: readonly string[];
    readonly text: string;
  }>;
}

/** Deploys an environment by the command that a user gives. */
export async function deploy(environment: string, { env, folder }: TestSandbox): Promise<Deployed> {
  const project = new Project();
  const { exitCode, stdout, stderr } = await project.run(["sandbox", "deploy", environment], { env });
  if (exitCode !== 0) throw new Error(`deploy ${environment} ends with ${exitCode}: ${stderr || stdout}`);
  return deployedIn(join(folder, "stacks", `${environment}-platform`), env);
}

/** A stack's folder that is initialized. */
export function deployedIn(directory: string, env: NodeJS.ProcessEnv): Deployed {
  const { directory: project } = new Project();
  const terraform = new Terraform(
    { cwd: project, project, env, stdout: process.stdout, stderr: process.stderr },
    "sandbox",
  );
  const run = (...args: readonly string[]) => terraform.run(directory, ...args);
  return {
    directory,
    terraform: run,
    state: async () => {
      const { stdout: text } = await run("state", "pull");
      const { resources = [] }: StateFile = text.trim() === "" ? {} : JSON.parse(text);
      const all = new Map<string, Attributes | undefined>(
        resources.flatMap(({ mode, type, name, instances }) =>
          mode === "managed" ? [[`${type}.${name}`, instances[0]?.attributes] as const] : [],
        ),
      );
      const of: StateReader = (address, attribute = "id") => {
        const value = all.get(address)?.[attribute];
        if (typeof value !== "string") throw new Error(`the state has no ${attribute} of ${address}`);
        return value;
      };
      return { of, addresses: [...all.keys()].sort(), text };
    },
  };
}

type Attributes = { readonly [name: string]: unknown };

interface StateFile {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: Attributes }[];
  }[];
}

/** A plan as JSON. */
export async function planOf({ directory, terraform }: Deployed): Promise<string> {
  const file = join(directory, "test.plan");
  const { exitCode, output } = await terraform("plan", "-input=false", "-no-color", `-out=${file}`);
  if (exitCode !== 0) throw new Error(output);
  return (await terraform("show", "-json", file)).stdout;
}

/** Calls that changed something, but for the locks and the state: what Terraform writes of its own. */
export function writesIn(calls: readonly RecordedCall[]): readonly string[] {
  return calls
    .filter(({ service, operation, status }) => {
      const isRead = /^(Describe|Get|List|Head|Query|Scan|BatchGet|Validate)/.test(operation);
      return !isRead && !["s3", "dynamodb", "sts"].includes(service) && status === 200;
    })
    .map(({ action }) => action);
}

/** The synthesized stack. */
export function stackJson({ directory }: Deployed): { readonly [part: string]: unknown } {
  return JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8"));
}
