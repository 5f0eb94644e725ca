import type { Plan } from "../plan/plan";
import type { ValueRecord } from "../plan/value";
import { classify } from "./classify";
import { CLASSES, type Difference, type DriftClass, SEVERITIES } from "./difference";
import { covers, DRIFT_EXEMPTIONS_FILE, type DriftExemption } from "./exemptions";
import { type Place, type Ways, waysOf } from "./ways";

/** Who did something, as CloudTrail says it. */
export interface Done {
  /** When, as an ISO date and time in UTC. */
  readonly at: string;
  /** User, role or service. */
  readonly by: string;
  /** The call, e.g. `"AuthorizeSecurityGroupIngress"`. */
  readonly call: string;
}

/** A difference, and what is to be done about it. */
export interface Reported extends Difference {
  readonly ways: Ways;
  /** The last call that may have made it; `undefined`: it isn't known. */
  readonly done: Done | undefined;
  /** Why it is ignored, and the last day of that; `undefined`: it isn't. */
  readonly ignored: { readonly reason: string; readonly expires: string } | undefined;
}

/** `none`: all three agree. `controlled`: what differs is controlled or ignored. `drift`: somebody has to decide. */
export type DriftVerdict = "none" | "controlled" | "drift";

export interface DriftReport {
  /** `undefined`: a plan of anybody's. */
  readonly environment: string | undefined;
  /** Stacks or files that were looked at. */
  readonly sources: readonly string[];
  /** By class, severity and address. */
  readonly differences: readonly Reported[];
  /** What to know of the report itself: what wasn't looked at, exemptions that are past. */
  readonly notices: readonly string[];
}

/** A plan that is looked at. */
export interface DriftSource {
  readonly name: string;
  readonly document: ValueRecord;
  readonly plan: Plan;
  /** The configuration that was planned. @default - the plan alone */
  readonly configuration?: Plan;
  readonly place?: Place;
}

export interface ReportProps {
  readonly environment: string | undefined;
  readonly sources: readonly DriftSource[];
  /** What is in the account and in no state, as differences. @default [] */
  readonly unmanaged?: readonly Reported[];
  readonly exemptions: readonly DriftExemption[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** @default [] */
  readonly notices?: readonly string[];
}

/** Looks at every plan; nothing is read but what is given. */
export function driftReport(props: ReportProps): DriftReport {
  const { environment, sources, unmanaged = [], exemptions, today, notices = [] } = props;
  const found = sources.map((source) => {
    const classified = classify({ ...source, source: source.name });
    const { differences } = classified;
    const ways = waysOf({ ...source, differences, place: source.place });
    return {
      ...classified,
      reported: differences.map((each) => ({ ...each, ways: ways(each), done: undefined, ignored: undefined })),
    };
  });
  const all: readonly Reported[] = [...found.flatMap(({ reported }) => reported), ...unmanaged];
  const valid = exemptions.filter(({ expires }) => expires >= today);
  const past = exemptions.filter(({ expires }) => expires < today);
  return {
    environment,
    sources: sources.map(({ name }) => name),
    differences: all.map((each) => ignoredBy(valid, environment, each)).sort(inOrder),
    notices: [
      ...notices,
      ...found.flatMap(({ meaningless }, index) => meaninglessNotice(sources[index]?.name ?? "", meaningless)),
      ...sources.flatMap(({ name, plan }) =>
        plan.unread.map(({ address, reason }) => `${name}: ${address === "" ? "" : `${address}: `}${reason}`),
      ),
      ...past.map(
        ({ address, expires }) =>
          `${DRIFT_EXEMPTIONS_FILE}: the entry for ${address} ended on ${expires}; decide, or say again why not`,
      ),
    ],
  };
}

/** Whether somebody has to decide. */
export function driftVerdict({ differences }: Pick<DriftReport, "differences">): DriftVerdict {
  if (differences.some(isOpen)) return "drift";
  return differences.length > 0 ? "controlled" : "none";
}

/** Whether it is neither controlled nor ignored. */
export const isOpen = (each: Reported) => each.class !== "controlled" && each.ignored === undefined;

function ignoredBy(exemptions: readonly DriftExemption[], environment: string | undefined, each: Reported): Reported {
  if (each.class === "controlled") return each;
  const exemption = exemptions.find((candidate) => covers(candidate, environment, each));
  return exemption === undefined
    ? each
    : { ...each, ignored: { reason: exemption.reason, expires: exemption.expires } };
}

function meaninglessNotice(source: string, addresses: readonly string[]): readonly string[] {
  if (addresses.length === 0) return [];
  return [
    `${source}: Terraform would update ${addresses.join(", ")}, where nothing differs but how nothing is written, or what only AWS knows`,
  ];
}

/** What is open by severity and class first, then what isn't. */
function inOrder(one: Reported, other: Reported): number {
  const rank = (each: Reported) => [
    isOpen(each) ? 0 : 1,
    CLASSES.indexOf(each.class),
    SEVERITIES.indexOf(each.severity),
  ];
  const [first, second] = [rank(one), rank(other)];
  const index = first.findIndex((number, place) => number !== second[place]);
  if (index >= 0) return (first[index] ?? 0) - (second[index] ?? 0);
  return nameKey(one) < nameKey(other) ? -1 : 1;
}

const nameKey = ({ source, address, attribute }: Difference) => `${source} ${address} ${attribute}`;

/** How many there are of each class. */
export function countsOf(differences: readonly Difference[]): { readonly [kind in DriftClass]: number } {
  const number = (kind: DriftClass) => differences.filter((each) => each.class === kind).length;
  return {
    drifted: number("drifted"),
    missing: number("missing"),
    unmanaged: number("unmanaged"),
    unapplied: number("unapplied"),
    controlled: number("controlled"),
  };
}
