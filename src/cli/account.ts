import { awsConnection, type Connection, sandboxConnection } from "../aws/connection";
import { type LoadedEnvironment, parseMode } from "../environments/load";
import { sandboxSite } from "../environments/sandbox";
import type { Io } from "./io";

/**
 * The account of an environment, to be looked at by whoever looks: Terraform's plan role reads what the platform has, and
 * not what else there is. In the sandbox it is the owner.
 */
export function accountOf({ environment: { region } }: LoadedEnvironment, io: Io): Connection {
  return parseMode(io.env.BALLAST_MODE) === "sandbox"
    ? sandboxConnection(region, sandboxSite(io.env, io.project).endpoint)
    : awsConnection(region);
}
