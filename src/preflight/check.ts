import type { BackendConfig } from "../environments/backend";
import type { Mode } from "../environments/mode";
import type { Environment } from "../environments/schema";
import type { Plan } from "../plan/plan";
import type { Account } from "./account";

/** `problem`: it would fail later. `unknown`: it couldn't be asked. `note`: nothing is wrong, but somebody should know. */
export const STATUSES = ["problem", "unknown", "note"] as const;
export type Status = (typeof STATUSES)[number];

/** Something that a check has to say. */
export interface Said {
  readonly status: Status;
  /** What it is about: a name, an ARN, a field of the environment. */
  readonly subject: string;
  /** What is the matter, as a sentence without its full stop. */
  readonly found: string;
  /** What to do, as a sentence without its full stop. @default "" - nothing */
  readonly fix?: string;
}

/** What is looked at. */
export interface Subject {
  readonly environment: Environment;
  readonly mode: Mode;
  readonly backend: BackendConfig;
  /** What would be deployed, by the stack's name. */
  readonly plans: ReadonlyMap<string, Plan>;
  readonly account: Account;
  readonly session: SessionFound;
  /** Why `terraform` can't be used; `undefined`: it can. */
  readonly terraform: string | undefined;
  /** Who the public DNS says answers for a name; `undefined`: there is no public DNS here. */
  readonly nameServersOf: ((name: string) => Promise<readonly string[]>) | undefined;
}

/** The role that Terraform would take. */
export interface SessionFound {
  /** `undefined`: none, the caller comes as it is. */
  readonly roleArn: string | undefined;
  /** Why it can't be taken; `undefined`: it can. */
  readonly refusal: string | undefined;
}

/** One thing that would fail later, looked at beforehand. */
export interface Check {
  readonly id: string;
  /** What is so where it has nothing to say, as a sentence without its full stop. */
  readonly title: string;
  readonly run: (subject: Subject) => Promise<readonly Said[]>;
}

export const problem = (subject: string, found: string, fix?: string): Said => ({
  status: "problem",
  subject,
  found,
  ...(fix === undefined ? {} : { fix }),
});

export const note = (subject: string, found: string): Said => ({ status: "note", subject, found });

/** Accounts of an ARN: `arn:aws:iam::000000000000:role/x` is of `000000000000`. */
export const accountOf = (arn: string): string => arn.split(":")[4] ?? "";

/** What follows the last `/` or `:`, by which roles, keys and the like are known. */
export const lastPartOf = (arn: string): string => arn.replace(/^.*[/:]/, "");

/** Every zone that the environment is in. */
export function zonesOf({ network }: Environment): readonly string[] {
  return network.create?.availabilityZones ?? Object.keys(network.existing?.privateSubnetIds ?? {});
}
