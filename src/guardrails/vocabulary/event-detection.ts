import { type EventFields, matchesEvent } from "../../cloudwatch/event-patterns";
import { isEnabled, patternOf, targetsOf, tellsSomebody } from "../../cloudwatch/event-rules";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { failed, passed, undecided } from "../judge";
import type { Judgement } from "../rule";

/** A way to fail that an event shows. */
export interface EventMode {
  /** What happened, for a finding: `"a Spot interruption"`. */
  readonly what: string;
  /** What it befalls. */
  readonly subject: Resource;
  /** The event. */
  readonly event: EventFields;
  /** Events of the same kind while all is well: who is told of these too soon reads none. @default [] */
  readonly noise?: readonly EventFields[];
}

/** Judges that each event reaches somebody: an enabled rule matches it, leads there, and leaves out what is no news. */
export function judgeTold(plan: Plan, modes: readonly EventMode[]): readonly Judgement[] {
  return modes.map((mode) => {
    const { address } = mode.subject;
    let problem: Judgement = failed(address, `no enabled rule tells of ${mode.what}`);
    for (const { rule, pattern } of tellingRules(plan)) {
      const matches = pattern === undefined ? undefined : matchesEvent(plan, pattern, mode.event);
      if (matches === false) continue;
      if (pattern === undefined || matches === undefined) {
        if (rule.get("event_pattern") !== undefined && isOpen(problem)) {
          problem = undecided(address, `what ${rule.address} matches is known only at apply`);
        }
      } else if ((mode.noise ?? []).some((event) => matchesEvent(plan, pattern, event) === true)) {
        problem = failed(address, `${rule.address} tells of ${mode.what}, and as much of what is no news`);
      } else {
        return passed(address);
      }
    }
    return problem;
  });
}

const isOpen = ({ verdict, detail = "" }: Judgement): boolean => verdict === "failed" && detail.startsWith("no ");

/** Whether a target is a log group, where an event is kept until somebody looks. */
export function isLogGroup(plan: Plan, target: Resource): boolean {
  return plan.referenced(target.get("arn"), "aws_cloudwatch_log_group").length > 0;
}

/** Enabled rules that lead to somebody. */
const tellingRules = oncePerPlan((plan) =>
  plan
    .resources("aws_cloudwatch_event_rule")
    .filter((rule) => isEnabled(rule) && targetsOf(plan, rule).some((target) => tellsSomebody(plan, target)))
    .map((rule) => ({ rule, pattern: patternOf(rule) })),
);
