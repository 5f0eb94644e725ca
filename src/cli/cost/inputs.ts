import { basename, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { PriceChanges } from "../../catalogue/price-book";
import { readPrices } from "../../cost/prices-file";
import { judgeProject } from "../../guardrails/judge-project";
import type { Plan } from "../../plan/plan";
import { readPlanFile } from "../../plan/read";
import { servicesOf } from "../../stress/facts/services";
import { type LoadProfile, readLoad } from "../../stress/load-profile";
import type { Io } from "../io";
import { synthesize } from "../synthesis";

/** What is to be paid for. */
export interface Bought {
  /** Name of the environment, or of the plan's file. */
  readonly environment: string;
  /** By the name of their stack or file. */
  readonly plans: ReadonlyMap<string, Plan>;
}

export function ofEnvironment(selector: string, io: Io): Bought {
  const { environment, plans } = synthesize(selector, io);
  return { environment, plans };
}

/** @throws PlanError if it isn't a plan */
export function ofFile(file: string, io: Io): Bought {
  const path = resolve(io.cwd, file);
  const plan = readPlanFile(path);
  return { environment: basename(path), plans: new Map([[plan.stack ?? basename(path), plan]]) };
}

/**
 * The load of a file; `undefined`: none is given.
 * @throws StressError with everything that is wrong in it
 */
export function loadOf(file: string | undefined, { plans }: Bought, io: Io): LoadProfile | undefined {
  if (file === undefined) return undefined;
  return readLoad(resolve(io.cwd, file), [...plans.values()].flatMap(servicesOf));
}

/** What a change of a plan leaves behind, and a person's wouldn't: references to what is gone. */
const LEFT_BEHIND = "protection/references-hold";

/** Ids of the guardrails that the plans break. */
export function rulesBroken(plans: ReadonlyMap<string, Plan>, io: Io): ReadonlySet<string> {
  return new Set(
    judgeProject({ directory: io.project, plans, whole: false })
      .findings.map(({ rule }) => rule)
      .filter((rule) => rule !== LEFT_BEHIND),
  );
}

export const addPricesOption = (command: Command): Command =>
  command.option("--prices <file>", "prices of another region, or newer ones, as JSON");

/** @throws CostError with everything that is wrong in the file */
export const pricesOf = (file: string | undefined, io: Io): PriceChanges | undefined =>
  file === undefined ? undefined : readPrices(resolve(io.cwd, file));

export function usd(text: string): number {
  const amount = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(amount)) throw new InvalidArgumentError("USD a month as a number, please: 500, or 499.50.");
  return amount;
}
