import { promises as dns } from "node:dns";
import { join } from "node:path";
import { type LoadedEnvironment, loadEnvironments, parseMode } from "../../environments/load";
import { sandboxSite } from "../../environments/sandbox";
import { readPlan } from "../../plan/read";
import { accountAt, identityAt } from "../../preflight/aws/account";
import type { Subject } from "../../preflight/check";
import { documentsOf } from "../../stacks/validation";
import { wayToAws } from "../connection";
import { buildStacks } from "../drift/sources";
import type { Io } from "../io";
import { selectorIn } from "../sandbox/beforehand";
import { Terraform } from "../terraform";
import { UserError } from "../user-error";

/**
 * What preflight looks at: an environment, what it would deploy, and the account that it would deploy to.
 * @throws UserError in the offline mode, and where AWS doesn't say who the caller is
 */
export async function subjectOf(selector: string, io: Io): Promise<Subject> {
  const mode = parseMode(io.env.BALLAST_MODE);
  if (mode === "offline") {
    throw new UserError("BALLAST_MODE: got offline, which never reaches AWS; set it to aws, or to sandbox");
  }
  const loaded = load(selector, mode, io);
  const { environment, backend } = loaded;
  const { connection, roleArn, refusal } = await wayToAws(loaded, mode, io);
  try {
    await identityAt(connection);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const where = mode === "aws" ? "AWS" : `the sandbox at ${connection.endpoint}`;
    throw new UserError(`${where} doesn't say who the caller is: ${message}`);
  }
  return {
    environment,
    mode,
    backend,
    plans: plansOf(loaded, io),
    account: accountAt(connection, environment.name),
    session: { roleArn, refusal },
    terraform: await new Terraform(io, mode).unusable(),
    nameServersOf: mode === "aws" ? (name) => dns.resolveNs(name).catch(() => []) : undefined,
  };
}

/** What would be deployed; nothing is written. */
function plansOf(loaded: LoadedEnvironment, io: Io): Subject["plans"] {
  const documents = documentsOf(buildStacks([loaded], io, join(io.project, ".ballast", "preflight")));
  return new Map([...documents].map(([stack, document]) => [stack, readPlan(document, stack)]));
}

/** One that isn't bootstrapped yet is looked at too: that its state isn't there is for the checks to say. */
function load(selector: string, mode: "aws" | "sandbox", io: Io): LoadedEnvironment {
  const sandbox = mode === "sandbox" ? sandboxSite(io.env, io.project) : undefined;
  const given = sandbox === undefined ? selector : selectorIn(selector, io);
  const backendFile = sandbox === undefined ? undefined : (sandbox.backendFile ?? join(sandbox.folder, "none"));
  const [loaded] = loadEnvironments({ selector: given, cwd: io.cwd, mode, localState: true, backendFile });
  if (loaded === undefined) throw new Error(`${selector} loaded no environment`);
  return loaded;
}
