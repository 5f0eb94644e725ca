import { type AlarmFact, alarms, metricKey, rings, type Sample } from "../../cloudwatch/alarms";
import { comesFromOutside } from "../../plan/outside";
import type { Plan, Resource } from "../../plan/plan";
import { Unknown } from "../../plan/value";
import { failed, passed, undecided } from "../judge";
import type { Judgement } from "../rule";
import { heard } from "./composite-alarms";

/** A way to fail that metrics show. */
export interface FailureMode {
  /** What is to be seen, for a finding: `"running below desired"`. */
  readonly what: string;
  /** What it befalls. */
  readonly subjects: readonly Resource[];
  /** Dimensions, one of which names the subject. */
  readonly dimensions: readonly string[];
  /** Metrics while all is well, and while it isn't: an alarm must be silent for the former and ring for the latter. */
  readonly well: Sample;
  readonly ill: Sample;
  /**
   * What else an alarm may compare them with, the same in both.
   * @default - nothing
   */
  readonly meanwhile?: Sample;
  /** Minutes, within which an alarm must ring. */
  readonly withinMinutes: number;
  /**
   * Minutes that it may be so while all is well, as during a deployment.
   * @default 0
   */
  readonly patienceMinutes?: number;
}

/** Judges that each subject has an alarm that rings for the failure, in time, for it alone, and is heard. */
export function judgeDetected(plan: Plan, mode: FailureMode): readonly Judgement[] {
  return mode.subjects.map((subject) => {
    const open: string[] = [];
    const faults: string[] = [];
    for (const fact of alarms(plan)) {
      if (!fact.metrics.some((metric) => metricKey(metric) in mode.ill)) continue;
      const fault = faultOf(plan, fact, mode, subject);
      if (fault === undefined) return passed(subject.address);
      if (fault.isAboutIt) (fault.isOpen ? open : faults).push(`${fact.alarm.address} ${fault.text}`);
    }
    const [fault] = faults;
    const [reason] = open;
    if (fault !== undefined && reason === undefined) return failed(subject.address, `${mode.what}: ${fault}`);
    if (reason !== undefined) return undecided(subject.address, `${mode.what}: ${reason}`);
    return failed(subject.address, `no alarm tells of ${mode.what}`);
  });
}

interface Fault {
  readonly text: string;
  readonly isAboutIt: boolean;
  readonly isOpen?: boolean;
}

/** Why an alarm doesn't tell of it; `undefined`: it does. */
function faultOf(plan: Plan, fact: AlarmFact, mode: FailureMode, subject: Resource): Fault | undefined {
  const named = fact.metrics.map((metric) => {
    if (metric.dimensions === undefined) return "open";
    const values = mode.dimensions.map((dimension) => metric.dimensions?.[dimension]);
    if (values.some((value) => plan.referenced(value).includes(subject))) return "it";
    return values.some((value) => value instanceof Unknown && comesFromOutside(plan, value)) ? "open" : "other";
  });
  if (named.includes("other")) return { text: "is about another one", isAboutIt: false };
  if (named.includes("open")) return { text: "watches what is known only at apply", isAboutIt: true, isOpen: true };
  const about = (text: string, isOpen = false): Fault => ({ text, isAboutIt: true, isOpen });
  const [isSilent, doesRing] = [mode.well, mode.ill].map((sample) => rings(fact, { ...mode.meanwhile, ...sample }));
  if (isSilent === undefined || doesRing === undefined) return about("compares what can't be told before apply", true);
  if (isSilent) return about("rings while all is well");
  if (!doesRing) return about("doesn't ring");
  const minutes = fact.seconds / 60;
  if (!(minutes <= mode.withinMinutes))
    return about(`rings after ${minutes} minutes; wanted: ${mode.withinMinutes} at most`);
  const patience = mode.patienceMinutes ?? 0;
  if (minutes < patience) return about(`rings after ${minutes} minutes; wanted: ${patience} at least, or all the time`);
  const isHeard = heard(plan).get(fact.alarm);
  if (isHeard === "undecided") return about("acts on what is known only at apply", true);
  return isHeard === true ? undefined : about("rings, and nobody hears it");
}
