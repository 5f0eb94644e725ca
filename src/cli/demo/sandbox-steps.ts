import { type DriftReport, driftReport } from "../../drift/report";
import { sandboxSite } from "../../environments/sandbox";
import type { TerraformRoleKind } from "../../environments/session";
import { awsAt } from "../../sandbox/client";
import { controlOf, startSandbox, stopSandbox } from "../../sandbox/sandbox";
import { bootstrap } from "../bootstrap";
import { environmentsOf, plannedStacks } from "../drift/sources";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { deploy } from "../sandbox/deploy";
import { destroy } from "../sandbox/destroy";
import { breakByHand, differences } from "../sandbox/drift";
import type { ResourceStep } from "../sandbox/progress";
import { initialize, sandboxStack } from "../sandbox/stack";
import { automationsOf } from "./automations";
import type { Steps } from "./steps";

/**
 * The steps on a sandbox of their own, in that folder. Terraform comes in its own roles, and what their policies don't allow
 * is refused.
 * @param io its variables name the folder too
 */
export function sandboxSteps(environment: string, folder: string, io: Io): Steps {
  const endpoint = () => sandboxSite(io.env, io.project).endpoint;
  const aws = () => awsAt(endpoint());
  const control = () => controlOf(endpoint());
  const automations = () => automationsOf(environment, aws(), control());
  /** In a role of Terraform's, held to what it may do. */
  const as = async <Result>(role: TerraformRoleKind, work: (inner: Io) => Promise<Result>): Promise<Result> => {
    await control().enforce("deny");
    const result = await work({ ...io, env: { ...io.env, BALLAST_ROLE: role } });
    await control().enforce("off");
    return result;
  };
  return {
    up: async () => {
      await stopSandbox(folder);
      return (await startSandbox({ folder, port: 0, env: io.env })).endpoint;
    },
    bootstrap: () => quietly(io, (inner) => bootstrap(environment, { yes: true }, inner)),
    apply: async (progress) => {
      const count = { made: 0, changed: 0 };
      const show = ({ what, done, total }: ResourceStep) => {
        if (what === "made" || what === "changed") count[what] += 1;
        progress(done, total);
      };
      await as("apply", (own) => quietly(own, (inner) => deploy(environment, inner, show)));
      return count;
    },
    plan: () =>
      as("plan", async (own) => {
        const stack = await sandboxStack(environment, own);
        const { failure } = await initialize(stack);
        if (failure !== undefined) throw new Error(failure);
        const found = await differences(stack);
        if ("failed" in found) throw new Error(found.output);
        return linesOf(found);
      }),
    findDrift: () =>
      as("plan", async (own) => {
        const silent = { ...own, stderr: { write: () => {} } };
        const { sources } = await plannedStacks(environmentsOf(environment, false, silent), silent);
        const today = new Date().toISOString().slice(0, 10);
        return linesOf(driftReport({ environment, sources, exemptions: [], today }));
      }),
    breakByHand: async () => {
      const broken = await breakByHand(environment, aws());
      return broken.map(({ what }) => `${what.charAt(0).toUpperCase()}${what.slice(1)}.`);
    },
    spotRunsDry: () => automations().spotRunsDry(),
    spotComesBack: () => automations().spotComesBack(),
    spotTakesBack: () => automations().spotTakesBack(),
    destroy: async (progress) => {
      let deleted = 0;
      const show = ({ what, done, total }: ResourceStep) => {
        if (what === "deleted") deleted += 1;
        progress(done, total);
      };
      await as("apply", (own) => quietly(own, (inner) => destroy(environment, inner, show)));
      return deleted;
    },
    calls: async () => (await control().status()).calls,
    down: async () => void (await stopSandbox(folder)),
  };
}

/** Does what a command does, and keeps what it prints for the case that it fails. */
async function quietly(io: Io, work: (inner: Io) => Promise<ExitCode>): Promise<void> {
  let printed = "";
  const kept = { write: (text: string) => (printed += text) };
  const exitCode = await work({ ...io, stdout: kept, stderr: kept });
  if (exitCode !== ExitCode.OK) throw new Error(printed.trim());
}

/** What a plan finds that nobody is meant to change, a line each. */
function linesOf({ differences: found }: DriftReport): readonly string[] {
  return found
    .filter((one) => one.class !== "controlled")
    .map(({ class: kind, address, what }) => `${kind.padEnd(8)} ${address}${what === undefined ? "" : `: ${what}`}`);
}
