import { childText, escaped, readXml } from "../protocol/xml";
import { editText, formOf, otherForm } from "./edit";
import { elementAt, membersOf } from "./members";
import type { Memory } from "./memory";
import type { Mend } from "./mend";

/** What makes an alarm a composite one. */
const KEPT = ["AlarmRule", "ActionsSuppressor", "ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod"];

/** That, as XML, by the alarm's name. */
const composites = (memory: Memory) => memory.of<string>("composite alarm");

export const cloudWatch: readonly Mend[] = [
  {
    service: "monitoring",
    what: "knows no composite alarms, beyond describing an empty list of them",
    why: "so they are kept there as metric alarms without a metric, and their rules here; like AWS, only who asks for them gets them",
    on: {
      PutCompositeAlarm: {
        request: (call, { memory }) => {
          const form = formOf(call);
          const kept = KEPT.filter((name) => form.has(name));
          const xml = kept.map((name) => `<${name}>${escaped(form.get(name) ?? "")}</${name}>`).join("");
          composites(memory).set(form.get("AlarmName") ?? "", xml);
          for (const name of kept) form.delete(name);
          form.set("Action", "PutMetricAlarm");
          return otherForm(call, form);
        },
      },
      DeleteAlarms: {
        response: ({ parameters }, answer, { memory }) => {
          for (const name of (parameters.AlarmNames ?? []) as string[]) composites(memory).delete(name);
          return answer;
        },
      },
      DescribeAlarms: {
        response: ({ parameters }, answer, { memory }) => {
          const types = (parameters.AlarmTypes ?? ["MetricAlarm"]) as readonly string[];
          return editText(answer, (text) => {
            const list = elementAt(text, "MetricAlarms");
            if (list === undefined) return text;
            const members = membersOf(list);
            const keptOf = (member: string) => composites(memory).get(childText(readXml(member), "AlarmName") ?? "");
            const metric = members.filter((member) => keptOf(member) === undefined);
            const composite = members.flatMap((member) => {
              const kept = keptOf(member);
              return kept === undefined ? [] : member.replace("<member>", () => `<member>${kept}`);
            });
            const shown = (type: string, found: readonly string[]) => (types.includes(type) ? found.join("") : "");
            return text
              .replace(list, () => `<MetricAlarms>${shown("MetricAlarm", metric)}</MetricAlarms>`)
              .replace(
                /<CompositeAlarms\s*\/>|<CompositeAlarms><\/CompositeAlarms>/,
                () => `<CompositeAlarms>${shown("CompositeAlarm", composite)}</CompositeAlarms>`,
              );
          });
        },
      },
    },
  },
];
