import { companions } from "../plan/facts/belonging";
import { comesFromOutside } from "../plan/outside";
import type { Plan, Resource } from "../plan/plan";
import { isList, isRecord, type MaybeValue } from "../plan/value";
import { describe, type Expectation } from "./expectation";
import type { Judgement } from "./rule";

/** The four verdicts; a detail says what was found, or why it is left open or waived. */
export const passed = (address: string, detail?: string): Judgement => ({ address, verdict: "passed", detail });
export const failed = (address: string, detail: string): Judgement => ({ address, verdict: "failed", detail });
export const undecided = (address: string, detail: string): Judgement => ({ address, verdict: "undecided", detail });
export const waived = (address: string, detail: string): Judgement => ({ address, verdict: "waived", detail });

/** Passes where `holds`; otherwise fails with what was found. */
export function judge(address: string, holds: boolean, found: string): Judgement {
  return holds ? passed(address) : failed(address, found);
}

/** Judges a value that isn't simply an attribute; `what` names it in the finding (`"port 22"`). */
export function judgeValue(address: string, what: string, value: MaybeValue, expectation: Expectation): Judgement {
  const holds = expectation.holds(value);
  if (holds === true) return passed(address);
  const found = `${what} is ${describe(value)}; wanted: ${expectation.wanted}`;
  return holds === "undecided" ? undecided(address, found) : failed(address, found);
}

/**
 * Judges an attribute of a resource.
 * @param providerDefault what the provider or AWS takes where it isn't set; without it, not set is judged as such
 */
export function judgeAttribute(
  resource: Resource,
  path: string,
  expectation: Expectation,
  providerDefault?: MaybeValue,
): Judgement {
  return judgeValue(resource.address, path, resource.get(path) ?? providerDefault, expectation);
}

/** Of several judgements that must all pass: the first that failed, else the first that is open, else a pass. */
export function allOf(address: string, judgements: readonly Judgement[]): Judgement {
  return (
    judgements.find(({ verdict }) => verdict === "failed") ??
    judgements.find(({ verdict }) => verdict !== "passed") ??
    passed(address)
  );
}

/** Leaves a failure open where what it rests on comes, whole or in part, from outside the plan. */
export function unlessOpen(plan: Plan, judgement: Judgement, ...values: readonly MaybeValue[]): Judgement {
  const open = (value: MaybeValue): boolean =>
    comesFromOutside(plan, value) ||
    (isList(value) ? value.some(open) : isRecord(value) && Object.values(value).some(open));
  return openIf(values.some(open), judgement);
}

/** Leaves a failure open where something that would decide it is known only at apply; `because` says what. */
export function openIf(
  isOpen: boolean,
  judgement: Judgement,
  because = ", as far as is known before apply",
): Judgement {
  return judgement.verdict === "failed" && isOpen
    ? undecided(judgement.address, `${judgement.detail}${because}`)
    : judgement;
}

/**
 * Judges that another resource completes this one: of type `type`, and its `attribute` names it. A bucket's versioning
 * (`"aws_s3_bucket_versioning"`, `"bucket"`) is such a companion.
 * @param further judges the companions that are there; without it, being there is enough
 */
export function judgeCompanion(
  plan: Plan,
  resource: Resource,
  type: string,
  attribute: string,
  further: (companion: Resource) => Judgement = (companion) => passed(companion.address),
): Judgement {
  const judgements = companions(plan, resource, type, attribute).map(further);
  const failure = judgements.find(({ verdict }) => verdict !== "passed");
  if (failure !== undefined) return failure;
  if (judgements.length > 0) return passed(resource.address);
  const lost = plan.resources(type).find((candidate) => comesFromOutside(plan, candidate.get(attribute)));
  return lost === undefined
    ? failed(resource.address, `no ${type} has it as ${attribute}`)
    : undecided(resource.address, `${lost.address}: ${attribute} is ${describe(lost.get(attribute))}`);
}

/** Waives what fails on a plan whose protection against deletion is off on purpose. */
export function unlessDisposable(plan: Plan, judgements: readonly Judgement[]): readonly Judgement[] {
  if (!plan.disposable) return judgements;
  return judgements.map((judgement) =>
    judgement.verdict === "passed" ? judgement : waived(judgement.address, "the environment is disposable"),
  );
}
