import { readFileSync } from "node:fs";
import { awsConnection, type Connection, inRole, type RoleToTake, sandboxConnection } from "../aws/connection";
import { type LoadedEnvironment, parseMode } from "../environments/load";
import { type SandboxSite, sandboxSite } from "../environments/sandbox";
import { parseSession } from "../environments/session";
import { assumedRole, roleInSandbox } from "../stacks/assumed-role";
import type { Io } from "./io";
import { UserError } from "./user-error";

/** How a command comes to AWS, or to the sandbox: as Terraform does. */
export interface Way {
  /** In the role; where that can't be taken, as the caller. */
  readonly connection: Connection;
  /** `undefined`: the caller comes as it is. */
  readonly roleArn: string | undefined;
  /** Why the role can't be taken. */
  readonly refusal: string | undefined;
}

/**
 * The connection that the variables ask for: the mode's, in the role of BALLAST_ROLE.
 * @throws UserError where the file of the token can't be read
 */
export async function wayToAws(loaded: LoadedEnvironment, mode: "aws" | "sandbox", io: Io): Promise<Way> {
  const { region } = loaded.environment;
  const sandbox = mode === "sandbox" ? sandboxSite(io.env, io.project) : undefined;
  const own = connectionTo(region, sandbox);
  const role = roleOf(loaded, sandbox, io);
  if (role === undefined) return { connection: own, roleArn: undefined, refusal: undefined };
  try {
    return { connection: await inRole(own, role), roleArn: role.roleArn, refusal: undefined };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { connection: own, roleArn: role.roleArn, refusal: `${name}: ${message}` };
  }
}

/**
 * The account of an environment, to be looked at by whoever looks: Terraform's plan role reads what the platform has, and
 * not what else there is. In the sandbox it is the owner.
 */
export function accountOf({ environment: { region } }: LoadedEnvironment, io: Io): Connection {
  return connectionTo(
    region,
    parseMode(io.env.BALLAST_MODE) === "sandbox" ? sandboxSite(io.env, io.project) : undefined,
  );
}

const connectionTo = (region: string, sandbox: SandboxSite | undefined): Connection =>
  sandbox === undefined ? awsConnection(region) : sandboxConnection(region, sandbox.endpoint);

function roleOf(loaded: LoadedEnvironment, sandbox: SandboxSite | undefined, io: Io): RoleToTake | undefined {
  const props = { ...loaded, sandbox, session: parseSession(io.env) };
  if (sandbox !== undefined) return roleInSandbox({ ...props, mode: "sandbox" });
  const { assumeRole, assumeRoleWithWebIdentity } = assumedRole({ ...props, mode: "aws" });
  if (assumeRole !== undefined) return assumeRole;
  const { webIdentityTokenFile, ...taken } = assumeRoleWithWebIdentity;
  return { ...taken, webIdentityToken: tokenIn(webIdentityTokenFile) };
}

function tokenIn(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new UserError(`BALLAST_TOKEN_FILE: ${file} can't be read`);
  }
}
