import type { Call, HttpAnswer } from "../protocol/call";
import { xmlAnswer } from "../protocol/errors";
import { childText, elementsNamed, escaped, readXml } from "../protocol/xml";
import { editText, formOf, otherForm } from "./edit";
import { elementAt, membersOf } from "./members";
import type { Memory } from "./memory";
import type { Hooks, Mend } from "./mend";

/** Settings of a group that the emulator drops, or that no update changes. */
const KEPT = [
  "CapacityRebalance",
  "DefaultCooldown",
  "DefaultInstanceWarmup",
  "MaxInstanceLifetime",
  "ServiceLinkedRoleARN",
];

type Settings = { readonly [name: string]: string };
const groups = (memory: Memory) => memory.of<Settings>("auto scaling group");
const policies = (memory: Memory) => memory.of<readonly string[]>("termination policies");
const nameOf = ({ parameters }: Call): string => String(parameters.AutoScalingGroupName);

const remembers: Hooks = {
  response: (call, answer, { memory }) => {
    const form = formOf(call);
    const sent = Object.fromEntries(KEPT.flatMap((name) => (form.has(name) ? [[name, form.get(name) ?? ""]] : [])));
    groups(memory).set(nameOf(call), { ...groups(memory).get(nameOf(call)), ...sent });
    return answer;
  },
};

export const autoScaling: readonly Mend[] = [
  {
    service: "autoscaling",
    what: "drops a group's warm-up and service-linked role, and some of its settings with an update",
    why: "every second plan would show changes",
    on: {
      CreateAutoScalingGroup: remembers,
      UpdateAutoScalingGroup: remembers,
      DescribeAutoScalingGroups: {
        response: (_, answer, { memory }) =>
          editText(answer, (text) =>
            membersOf(elementAt(text, "AutoScalingGroups") ?? "").reduce((edited, group) => {
              const name = childText(readXml(group), "AutoScalingGroupName") ?? "";
              return edited.replace(group, () => withSettings(group, groups(memory).get(name) ?? {}));
            }, text),
          ),
      },
    },
  },
  {
    service: "autoscaling",
    what: "changes a group's termination policies by no update",
    why: "a group that is adopted would be changed by every plan",
    on: {
      UpdateAutoScalingGroup: {
        response: (call, answer, { memory }) => {
          const sent = [...formOf(call)].filter(([name]) => name.startsWith("TerminationPolicies."));
          if (sent.length > 0)
            policies(memory).set(
              nameOf(call),
              sent.map(([, policy]) => policy),
            );
          return answer;
        },
      },
      DescribeAutoScalingGroups: {
        response: (_, answer, { memory }) =>
          editText(answer, (text) =>
            membersOf(elementAt(text, "AutoScalingGroups") ?? "").reduce((edited, group) => {
              const kept = policies(memory).get(childText(readXml(group), "AutoScalingGroupName") ?? "");
              const old = elementAt(group, "TerminationPolicies");
              if (kept === undefined || old === undefined) return edited;
              const members = kept.map((policy) => `<member>${escaped(policy)}</member>`).join("");
              const list = `<TerminationPolicies>${members}</TerminationPolicies>`;
              return edited.replace(group, () => group.replace(old, () => list));
            }, text),
          ),
      },
      DeleteAutoScalingGroup: {
        response: (call, answer, { memory }) => {
          policies(memory).delete(nameOf(call));
          return answer;
        },
      },
    },
  },
  {
    service: "autoscaling",
    what: "leaves a group's protected instances running when the group is deleted by force",
    why: "AWS ends them with their group; left behind, they hold subnets and security groups",
    on: {
      DeleteAutoScalingGroup: {
        request: async (call, { memory, ask }) => {
          groups(memory).delete(nameOf(call));
          if (call.parameters.ForceDelete !== "true") return call;
          const version = formOf(call).get("Version") ?? "2011-01-01";
          const about = (action: string, more: { readonly [name: string]: string }) =>
            ask(otherForm(call, new URLSearchParams({ Action: action, Version: version, ...more })));
          const found = await about("DescribeAutoScalingGroups", { "AutoScalingGroupNames.member.1": nameOf(call) });
          const ids = elementsNamed(readXml(found.body.toString()), "InstanceId").map(({ text }) => text.trim());
          if (ids.length > 0) {
            await about("SetInstanceProtection", {
              AutoScalingGroupName: nameOf(call),
              ProtectedFromScaleIn: "false",
              ...Object.fromEntries(ids.map((id, index) => [`InstanceIds.member.${index + 1}`, id])),
            });
          }
          return call;
        },
      },
    },
  },
  {
    service: "autoscaling",
    what: "knows no instance refresh",
    why: "Terraform starts one when a group's template changes; here it is over at once, and replaces no instance",
    on: {
      StartInstanceRefresh: {
        answer: (call, { memory }) => {
          const refreshes = memory.of<number>("instance refreshes");
          const count = (refreshes.get(nameOf(call)) ?? 0) + 1;
          refreshes.set(nameOf(call), count);
          return answerOf(call, `<InstanceRefreshId>${refreshId(count)}</InstanceRefreshId>`);
        },
      },
      DescribeInstanceRefreshes: {
        answer: (call, { memory }) => {
          const count = memory.of<number>("instance refreshes").get(nameOf(call)) ?? 0;
          const members = Array.from(
            { length: count },
            (_, index) =>
              `<member><InstanceRefreshId>${refreshId(count - index)}</InstanceRefreshId><AutoScalingGroupName>${escaped(nameOf(call))}</AutoScalingGroupName><Status>Successful</Status><PercentageComplete>100</PercentageComplete></member>`,
          );
          return answerOf(call, `<InstanceRefreshes>${members.join("")}</InstanceRefreshes>`);
        },
      },
    },
  },
];

const refreshId = (count: number): string => `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;

/** An answer of Auto Scaling's. */
function answerOf({ operation }: Call, result: string): HttpAnswer {
  const namespace = "http://autoscaling.amazonaws.com/doc/2011-01-01/";
  return xmlAnswer(
    `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${operation}Response>`,
  );
}

/** A group's XML with its settings as they were sent. */
function withSettings(group: string, settings: Settings): string {
  return Object.entries(settings).reduce((text, [setting, value]) => {
    const rest = text.replace(new RegExp(`<${setting}>[^<]*</${setting}>|<${setting}/>`), "");
    return rest.replace("<member>", () => `<member><${setting}>${escaped(value)}</${setting}>`);
  }, group);
}
