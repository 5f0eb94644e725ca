import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { partOf } from "./part-of";
import type { TestSandbox } from "./sandbox";
import { synthesized } from "./synthesized";

/**
 * Applies a part of demo's platform to a sandbox, with the state in a file.
 * @param isWanted whether a resource is wanted for itself, by its address; what it refers to comes with it
 * @param roleArn whom Terraform comes as @default - the owner
 * @returns what Terraform printed, and its exit code
 */
export function applyPart(
  { endpoint, folder }: TestSandbox,
  isWanted: (address: string) => boolean,
  roleArn?: string,
): { readonly exitCode: number | null; readonly output: string } {
  const stack = synthesized("demo").get("demo-platform");
  if (stack === undefined) throw new Error("demo has no platform");
  const part = partOf(stack, isWanted);
  const offline = JSON.stringify(part.provider).replaceAll("http://127.0.0.1:1", endpoint);
  const { http_proxy: _one, https_proxy: _other, ...aws } = JSON.parse(offline).aws[0];
  const provider = { aws: [{ ...aws, ...(roleArn === undefined ? {} : { assume_role: [{ role_arn: roleArn }] }) }] };
  const directory = join(folder, "part");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify({ ...part, provider }));
  const terraform = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync("terraform", args, { cwd: directory, encoding: "utf8" });
    return { exitCode: status, output: `${stdout}${stderr}` };
  };
  // Once: to look through the provider takes longer than the apply of a few resources.
  const init = existsSync(join(directory, ".terraform")) ? undefined : terraform("init", "-input=false", "-no-color");
  if (init !== undefined && init.exitCode !== 0) return init;
  return terraform("apply", "-input=false", "-auto-approve", "-no-color");
}
