import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { BACKEND_FILE } from "./backend";
import { TERRAFORM_ROLES, type TerraformRoleKind } from "./session";

/** Folder of the sandbox, in the project's, where `BALLAST_SANDBOX` names no other. */
export const SANDBOX_FOLDER = ".sandbox";
/** Where its gateway listens unless it was told otherwise. */
export const SANDBOX_ENDPOINT = "http://127.0.0.1:4566";
/** What the gateway writes into the folder while it runs. */
export const SANDBOX_RECORD = "sandbox.json";

/** The emulated AWS that `sandbox` mode turns to. */
export interface SandboxSite {
  /** Absolute. */
  readonly folder: string;
  readonly endpoint: string;
  /** The sandbox's own backend file: what it is bootstrapped with is nobody else's. @default - none yet */
  readonly backendFile?: string;
  /** The role to take. @default - none: Terraform comes as the owner, who may do anything */
  readonly role?: TerraformRoleKind;
}

/**
 * Where the sandbox of a project is: in the folder that `BALLAST_SANDBOX` names, as whom `BALLAST_ROLE` says. One that
 * isn't running has the endpoint where the next will be.
 */
export function sandboxSite(
  { BALLAST_SANDBOX, BALLAST_ROLE }: { readonly [variable: string]: string | undefined },
  project: string,
): SandboxSite {
  const folder = resolve(project, BALLAST_SANDBOX || SANDBOX_FOLDER);
  const backendFile = join(folder, BACKEND_FILE);
  return {
    folder,
    endpoint: endpointIn(join(folder, SANDBOX_RECORD)) ?? SANDBOX_ENDPOINT,
    ...(existsSync(backendFile) ? { backendFile } : {}),
    role: TERRAFORM_ROLES.find((role) => role === BALLAST_ROLE),
  };
}

function endpointIn(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { endpoint }: { endpoint?: unknown } = Object(JSON.parse(readFileSync(file, "utf8")));
  return typeof endpoint === "string" ? endpoint : undefined;
}
