import { xmlAnswer } from "../protocol/errors";
import { childText, readXml } from "../protocol/xml";
import { editText } from "./edit";
import { elementAt, membersOf } from "./members";
import type { Memory } from "./memory";
import type { Mend } from "./mend";

/** Whether Spot has instances to give, as the gateway is told; it has, unless told otherwise. */
export const spotHasInstances = (memory: Memory): boolean => memory.of<boolean>("spot").get("available") ?? true;
export function setSpot(memory: Memory, available: boolean): void {
  memory.of<boolean>("spot").set("available", available);
}

/** When launches failed, in milliseconds since 1970, the newest first, by group. */
const failures = (memory: Memory) => memory.of<readonly number[]>("failed launches");

export const spot: readonly Mend[] = [
  {
    service: "autoscaling",
    what: "always has the instances that a group wants",
    why: "a group whose Spot instances are gone misses them, and never takes On-Demand in their place; so it is while the gateway is told that Spot has none",
    on: {
      DescribeAutoScalingGroups: {
        response: (_, answer, { memory, clock }) =>
          spotHasInstances(memory)
            ? answer
            : editText(answer, (text) =>
                membersOf(elementAt(text, "AutoScalingGroups") ?? "").reduce((edited, group) => {
                  const there = withoutSpot(group);
                  if (there === group) return edited;
                  const name = childText(readXml(group), "AutoScalingGroupName") ?? "";
                  failures(memory).set(name, [clock.now, ...(failures(memory).get(name) ?? [])].slice(0, 100));
                  return edited.replace(group, () => there);
                }, text),
              ),
      },
    },
  },
  {
    service: "autoscaling",
    what: "can't say what a group has tried",
    why: "the Spot fallback looks for launches that failed; those that Spot had no instances for are said, nothing else happens to a group here",
    on: {
      DescribeScalingActivities: {
        answer: ({ parameters }, { memory }) => {
          const name = String(parameters.AutoScalingGroupName);
          const members = (failures(memory).get(name) ?? [])
            .slice(0, Number(parameters.MaxRecords ?? 100))
            .map((at) => activity(name, new Date(at).toISOString()));
          const result = `<Activities>${members.join("")}</Activities>`;
          return xmlAnswer(
            `<DescribeScalingActivitiesResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><DescribeScalingActivitiesResult>${result}</DescribeScalingActivitiesResult></DescribeScalingActivitiesResponse>`,
          );
        },
      },
    },
  },
];

const activity = (group: string, at: string): string =>
  `<member><ActivityId>${at}</ActivityId><AutoScalingGroupName>${group}</AutoScalingGroupName><StatusCode>Failed</StatusCode><StatusMessage>Could not launch Spot Instances. UnfulfillableCapacity</StatusMessage><StartTime>${at}</StartTime><EndTime>${at}</EndTime><Progress>100</Progress></member>`;

/** A mixed group's XML with as many instances as On-Demand's part of the wanted ones. */
function withoutSpot(group: string): string {
  const read = (name: string) => Number(new RegExp(`<${name}>(\\d+)</${name}>`).exec(group)?.[1]);
  const [desired, base] = [read("DesiredCapacity"), read("OnDemandBaseCapacity") || 0];
  const share = read("OnDemandPercentageAboveBaseCapacity");
  const list = elementAt(group, "Instances");
  if (Number.isNaN(share) || list === undefined) return group;
  const onDemand = Math.min(desired, base) + Math.ceil((Math.max(0, desired - base) * share) / 100);
  const members = membersOf(list);
  if (members.length <= onDemand) return group;
  return group.replace(list, () => `<Instances>${members.slice(0, onDemand).join("")}</Instances>`);
}
