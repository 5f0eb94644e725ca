import { Project } from "../../../support/command-line";
import { type TestSandbox, testSandbox } from "../../../support/sandbox";
import type { ChangeByHand } from "../catalogue/change";
import { clientsAt } from "../catalogue/clients";
import { changedIn, isShown } from "../catalogue/shown";
import { CHANGES } from "../catalogue/table";
import { type Deployed, deploy, planOf } from "../support/deployed";
import type { SoakPart, Verdict } from "./part";

/** Every change by hand on one deployment of production, seen by one plan and rejected by one apply. */
export const byHandPart: SoakPart = {
  title: "Production, and changes by hand",
  ids: ["production-clean", ...CHANGES.map(({ id }) => `by-hand-${id}`), "production-rejected"],
  run: (_ids, tell) =>
    inSandbox(async (sandbox) => {
      const production = await deploy("production", sandbox);
      tell(await clean("production", sandbox));
      const unmade = await makeChanges(production, sandbox);
      const plan = JSON.parse(await planOf(production));
      for (const change of CHANGES) {
        const shown = isShown(plan, change);
        tell({ id: `by-hand-${change.id}`, ...verdictOn(change, shown, unmade.get(change.id)) });
      }
      const applied = await production.terraform("apply", "-input=false", "-auto-approve", "-no-color");
      const left = applied.exitCode === 0 ? changedIn(JSON.parse(await planOf(production))) : [applied.output];
      const outcome = left.length === 0 ? "held" : "failed";
      const text = left.length === 0 ? "one apply restores all; the plan after it is clean" : left.join("; ");
      tell({ id: "production-rejected", outcome, text });
    }),
};

/** The environment that builds on a VPC and a zone of others. */
export const stagingPart: SoakPart = {
  title: "Staging, in a VPC made beforehand",
  ids: ["staging-clean"],
  run: (_ids, tell) =>
    inSandbox(async (sandbox) => {
      await deploy("staging", sandbox);
      tell(await clean("staging", sandbox));
    }),
};

/** The environment that may be destroyed. */
export const demoPart: SoakPart = {
  title: "Demo",
  ids: ["demo-clean", "demo-destroyed"],
  run: (_ids, tell) =>
    inSandbox(async (sandbox) => {
      await deploy("demo", sandbox);
      tell(await clean("demo", sandbox));
      const { exitCode, stdout, stderr } = await command(["destroy", "demo"], sandbox);
      const text = (exitCode === 0 ? stdout : stderr).trim().split("\n").at(-1) ?? "";
      tell({ id: "demo-destroyed", outcome: exitCode === 0 ? "held" : "failed", text });
    }),
};

/** Whether a plan of what was just deployed is clean, and a second deploy changes nothing. */
async function clean(environment: string, sandbox: TestSandbox): Promise<Verdict> {
  const results = [await command(["plan", environment], sandbox), await command(["deploy", environment], sandbox)];
  const isClean = results.every(({ exitCode, stdout }) => exitCode === 0 && stdout.includes(": no changes."));
  const text = isClean ? "the plan is clean; a second deploy changes nothing" : JSON.stringify(results);
  return { id: `${environment}-clean`, outcome: isClean ? "held" : "failed", text };
}

const command = (args: readonly string[], { env }: TestSandbox) => new Project().run(["sandbox", ...args], { env });

/** Makes every change. @returns what failed, by id */
async function makeChanges(production: Deployed, { endpoint }: TestSandbox): Promise<ReadonlyMap<string, string>> {
  const aws = clientsAt(endpoint);
  const { of } = await production.state();
  const failures = new Map<string, string>();
  for (const change of CHANGES) {
    await change.do(aws, of).catch((error: Error) => failures.set(change.id, error.message));
  }
  return failures;
}

function verdictOn({ unseen }: ChangeByHand, isSeen: boolean, failure?: string): Omit<Verdict, "id"> {
  if (failure !== undefined) return { outcome: "failed", text: `can't be made: ${failure}` };
  if (unseen === undefined) return { outcome: isSeen ? "held" : "failed", text: isSeen ? "seen" : "not seen" };
  if (isSeen) return { outcome: "failed", text: `seen, and shouldn't be: ${unseen}` };
  if (unseen === "controlled") return { outcome: "held", text: "not reported: something else is in charge of it" };
  return { outcome: "explained", text: `not seen: ${unseen}` };
}

async function inSandbox(work: (sandbox: TestSandbox) => Promise<void>): Promise<void> {
  const sandbox = await testSandbox();
  try {
    await work(sandbox);
  } finally {
    await sandbox.stop();
  }
}
