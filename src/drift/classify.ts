import { parseAddress } from "../plan/address";
import type { Plan } from "../plan/plan";
import type { ValueRecord } from "../plan/value";
import { causesOf } from "./causes";
import { type Change, type Changes, readChanges } from "./changes";
import { type Compared, compare, differ, isNothing } from "./compare";
import { configuredBy } from "./configured";
import { ownerOf } from "./controllers";
import type { Difference, DriftClass } from "./difference";
import { ignores } from "./ignores";
import { weightOf, weightOfLoss } from "./severity";
import { foldTags } from "./tags";
import { unappliedOutputs, unappliedResource } from "./unapplied";
import { whatChanged } from "./words";

export interface ClassifyProps {
  /** The output of `terraform show -json` of a plan. */
  readonly document: ValueRecord;
  /** What was read of it. */
  readonly plan: Plan;
  /** Name of its stack or file. */
  readonly source: string;
  /**
   * The configuration that was planned, whose lifecycles say what is ignored.
   * @default - the plan alone, which says nothing of lifecycles: what the code sets otherwise and Terraform leaves as it
   * is, is taken for ignored
   */
  readonly configuration?: Plan;
}

export interface Classified {
  readonly differences: readonly Difference[];
  /** Addresses that Terraform would update without a difference that means anything. */
  readonly meaningless: readonly string[];
}

/**
 * Each difference of a plan, in one class.
 *
 * Terraform puts what was changed by hand into `resource_drift`, and the change that would restore it into
 * `resource_changes`, where what only the code changes is too; so each attribute is looked at in three states: as it was
 * left by the last apply, as it is, as the code wants it.
 */
export function classify(props: ClassifyProps): Classified {
  const changes = readChanges(props.document);
  const { drift, planned, deposed } = changes;
  const addresses = [...new Set([...drift.keys(), ...planned.keys()])];
  const compared = new Map(
    addresses.map((address) => [address, foldTags(comparedOf(drift.get(address), planned.get(address)))] as const),
  );
  const configured = configuredBy(props.document);
  const causes = causesOf({ plan: props.plan, configured: configured.resource, drift, compared });
  const consequences = new Map<string, string[]>();
  const meaningless: string[] = [];

  const found = addresses.flatMap((address): readonly Difference[] => {
    const change = planned.get(address);
    const { type = "", actions: fate = [] } = drift.get(address) ?? {};
    if (fate.includes("delete"))
      return change?.actions.includes("create") ? [missing(address, type, props.source)] : [];
    if (change === undefined) return [];
    const whole = unappliedResource(change, props.source);
    if (whole !== undefined) return [whole];
    let isCaused = false;
    const differences = (compared.get(address) ?? []).flatMap((each): readonly Difference[] => {
      const kind = kindOf(each, change, props, configured.resource(address));
      if (kind === undefined) return [];
      const cause = kind.class === "unapplied" ? causes.of(address, each) : undefined;
      if (cause === undefined) return [differenceOf(each, change, kind, props.source)];
      isCaused = true;
      consequences.set(cause, [...new Set([...(consequences.get(cause) ?? []), address])]);
      return [];
    });
    const isToDo = change.actions.some((action) => action !== "no-op" && action !== "read");
    if (isToDo && !isCaused && differences.every((each) => each.class === "controlled")) meaningless.push(address);
    return differences;
  });
  const all = [
    ...found,
    ...deposed.flatMap((change) => unappliedResource(change, props.source) ?? []),
    ...unappliedOutputs(changes, props.source, (output) => isFromDrift(configured.output(output), changes)),
  ];
  return {
    differences: all.map((each) => ({ ...each, consequences: consequences.get(each.address) ?? [] })),
    meaningless,
  };
}

/** The three states of a resource: what isn't in `resource_drift` is as it was left. */
function comparedOf(drifted: Change | undefined, planned: Change | undefined): readonly Compared[] {
  if (planned === undefined || planned.actions.includes("forget")) return [];
  return compare({
    left: drifted === undefined ? planned.before : drifted.before,
    actual: planned.before,
    wanted: planned.after,
    unknown: planned.afterUnknown,
    sensitive: [drifted?.beforeSensitive ?? planned.beforeSensitive, planned.beforeSensitive, planned.afterSensitive],
  });
}

interface Kind {
  readonly class: Exclude<DriftClass, "missing" | "unmanaged">;
  readonly owner?: string;
}

/** The class of one attribute's difference; `undefined`: it is none that anybody has made. */
function kindOf(
  { path, attribute, left, actual, wanted, isUnknown }: Compared,
  { address, type }: Change,
  { plan, configuration }: ClassifyProps,
  code: ReturnType<ReturnType<typeof configuredBy>["resource"]>,
): Kind | undefined {
  // What the provider computes follows from something else.
  const isSet = code.sets(attribute) || attribute === "tags";
  if (!differ(left, actual)) return !isUnknown || isSet ? { class: "unapplied" } : undefined;
  const owner = ownerOf(plan, address, path);
  const lifecycle = configuration?.resource(address)?.lifecycle;
  if (lifecycle !== undefined && ignores(lifecycle, path)) return { class: "controlled", owner };
  if (isUnknown) return isSet ? { class: "drifted" } : undefined;
  if (differ(actual, wanted)) return { class: "drifted" };
  if (isSet && lifecycle === undefined) {
    // Terraform leaves it: because it is ignored, or because the code says now what was done by hand.
    const constant = code.constant(path);
    // A variable that is given on the command line is a text.
    const isIgnored =
      constant === undefined ? owner !== undefined : differ(constant, actual) && String(constant) !== String(actual);
    if (isIgnored) return { class: "controlled", owner };
  }
  // Nothing puts it back, since the code leaves it to AWS; it is told where it is known to matter.
  const { isNamed, severity } = weightOf(type, path);
  const isTold = !isSet && !isNothing(left) && isNamed && severity !== "low" && !hasCompanions(plan, address);
  return isTold ? { class: "drifted" } : undefined;
}

/** Whether resources of their own complete it (`aws_s3_bucket_versioning`): what they set shows in it too, and in them. */
function hasCompanions(plan: Plan, address: string): boolean {
  const resource = plan.resource(address);
  if (resource === undefined) return false;
  const stem = resource.type.replace(/^aws_/, "");
  return plan
    .resources()
    .some(
      ({ type, dependencies }) => type !== resource.type && type.includes(`${stem}_`) && dependencies.includes(address),
    );
}

function differenceOf(each: Compared, change: Change, kind: Kind, source: string): Difference {
  const { path, left, actual, wanted, isUnknown, isSensitive } = each;
  const isAhead = kind.class === "unapplied";
  const [before, after] = isAhead ? [actual, wanted] : [left, actual];
  const hasThird = !isAhead && !isUnknown && differ(left, wanted) && differ(actual, wanted);
  const isReplaced = change.actions.includes("delete") && change.replacePaths.includes(each.attribute);
  const { severity, why } = weightOf(change.type, path);
  return {
    class: kind.class,
    source,
    address: change.address,
    attribute: path,
    what: isSensitive ? undefined : whatChanged(path, before, after),
    before: isSensitive ? null : (before ?? null),
    after: isSensitive || (isAhead && isUnknown) ? null : (after ?? null),
    wanted: hasThird && !isSensitive ? wanted : undefined,
    isSensitive,
    isUnknown: isAhead && isUnknown,
    ...(isReplaced && kind.class !== "controlled" ? weightOfLoss(change.type) : { severity, why }),
    owner: kind.class === "controlled" ? (kind.owner ?? "ignore_changes") : undefined,
    destroys: isReplaced,
    isRestored: isUnknown || differ(actual, wanted),
    consequences: [],
  };
}

function missing(address: string, type: string, source: string): Difference {
  return {
    class: "missing",
    source,
    address,
    attribute: "",
    what: "deleted by hand",
    before: null,
    after: null,
    wanted: undefined,
    isSensitive: false,
    isUnknown: false,
    ...weightOfLoss(type),
    owner: undefined,
    destroys: false,
    isRestored: true,
    consequences: [],
  };
}

/** Whether something that was changed by hand is read by an output. */
function isFromDrift(references: readonly string[], { drift }: Changes): boolean {
  const names = [...drift.keys()]
    .map((address) => parseAddress(address))
    .map(({ module, resource }) => module + resource);
  return references.some(
    (reference) => /^(module|local)\./.test(reference) || names.some((name) => reference.startsWith(`${name}.`)),
  );
}
