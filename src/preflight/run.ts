import type { Check, Said, Subject } from "./check";
import { CHECKS } from "./table";

/** A check and what it says. */
export interface Checked {
  readonly id: string;
  readonly title: string;
  readonly said: readonly Said[];
}

export interface PreflightReport {
  readonly environment: string;
  /** Account, role and region that were looked at. */
  readonly accountId: string;
  readonly region: string;
  readonly as: string;
  /** In the order of the table. */
  readonly checks: readonly Checked[];
}

/** Runs every check; what one can't ask is said, and hinders no other. */
export async function preflight(subject: Subject): Promise<PreflightReport> {
  const { environment, account } = subject;
  const { accountId, arn } = await account.identity();
  const checks = await Promise.all(CHECKS.map((check) => checked(check, subject)));
  return { environment: environment.name, accountId, region: environment.region, as: arn, checks };
}

async function checked({ id, title, run }: Check, subject: Subject): Promise<Checked> {
  try {
    return { id, title, said: await run(subject) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const found = `couldn't be asked: ${message.startsWith(name) ? message : `${name}: ${message}`}`;
    return { id, title, said: [{ status: "unknown", subject: subject.environment.name, found }] };
  }
}

/** What would fail, and what isn't known. */
export function openOf({ checks }: PreflightReport): readonly Said[] {
  return checks.flatMap(({ said }) => said.filter(({ status }) => status !== "note"));
}
