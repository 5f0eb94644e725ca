import { alarms } from "../../../cloudwatch/alarms";
import { patternOf } from "../../../cloudwatch/event-rules";
import { numberOf } from "../../../plan/facts/texts";
import type { Resource } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { rulesThatStart, spotFallbacks } from "../../vocabulary/spot-fallbacks";

const RESERVATION = "CapacityProviderReservation";
/** In percent. Up to it, managed scaling brings what is wanted; beyond it, tasks wait that it can't place. */
const FULL = 100;

/** Of alarms on the reservation whose change starts a fallback. */
export const fallbackWokenByWant: Check = (plan) =>
  spotFallbacks(plan).flatMap(({ machine }) => {
    const rules = rulesThatStart(plan, machine);
    const starts = (alarm: Resource) => rules.some((rule) => plan.referenced(patternOf(rule)).includes(alarm));
    return alarms(plan)
      .filter(({ alarm, metrics }) => metrics.some(({ name }) => name === RESERVATION) && starts(alarm))
      .map(({ alarm }) => {
        const threshold = numberOf(alarm.get("threshold"));
        return judge(
          alarm.address,
          typeof threshold !== "number" || threshold >= FULL,
          `it starts ${machine.address} at ${threshold} percent, where managed scaling still brings what is wanted`,
        );
      });
  });
