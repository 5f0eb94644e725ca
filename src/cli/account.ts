import type { Connection } from "../aws/connection";
import { type LoadedEnvironment, parseMode } from "../environments/load";
import { wayToAws } from "./connection";
import type { Io } from "./io";
import { UserError } from "./user-error";

/**
 * The account of an environment, to be looked at as the role that changes nothing; in the sandbox, as its owner.
 * @throws UserError where the role can't be taken
 */
export async function accountOf(loaded: LoadedEnvironment, io: Io): Promise<Connection> {
  const mode = parseMode(io.env.BALLAST_MODE) === "sandbox" ? "sandbox" : "aws";
  const role = mode === "sandbox" ? undefined : "plan";
  const way = await wayToAws(loaded, mode, { ...io, env: { ...io.env, BALLAST_ROLE: role } });
  if (way.refusal !== undefined) throw new UserError(`${way.roleArn} can't be taken: ${way.refusal}`);
  return way.connection;
}
