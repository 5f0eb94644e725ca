import type { Call } from "../protocol/call";
import { formOf, otherForm } from "./edit";
import type { Memory } from "./memory";
import type { Mend } from "./mend";

const POLICY = "MixedInstancesPolicy.";
/** Parts that are replaced as a whole where they are sent; of the rest, each value by itself. */
const WHOLE = [`${POLICY}LaunchTemplate.LaunchTemplateSpecification.`, `${POLICY}LaunchTemplate.Overrides.`];

type Sent = readonly (readonly [name: string, value: string])[];
const policies = (memory: Memory) => memory.of<Sent>("mixed instances policy");

/** What a group's policy is after a call: what was sent, and of what was before it all that it leaves alone. */
function policyAfter(call: Call, memory: Memory): Sent {
  const form = [...formOf(call)];
  const sent = form.filter(([name]) => name.startsWith(POLICY));
  // Another kind of template takes the policy's place.
  if (form.some(([name]) => /^LaunchTemplate\.|^LaunchConfigurationName$/.test(name))) return sent;
  const isReplaced = (name: string) =>
    sent.some(([other]) => other === name || WHOLE.some((part) => name.startsWith(part) && other.startsWith(part)));
  const before = policies(memory).get(String(call.parameters.AutoScalingGroupName)) ?? [];
  return [...before.filter(([name]) => !isReplaced(name)), ...sent];
}

const remember = (call: Call, memory: Memory, policy: Sent) =>
  policies(memory).set(String(call.parameters.AutoScalingGroupName), policy);

export const mixedInstances: readonly Mend[] = [
  {
    service: "autoscaling",
    what: "forgets a group's mixed instances policy with an update that doesn't send the whole of it",
    why: "AWS changes what is sent and leaves the rest; a new maximum would take Spot away",
    on: {
      CreateAutoScalingGroup: {
        request: (call, { memory }) => {
          policies(memory).delete(String(call.parameters.AutoScalingGroupName));
          remember(call, memory, policyAfter(call, memory));
          return call;
        },
      },
      UpdateAutoScalingGroup: {
        request: (call, { memory }) => {
          const policy = policyAfter(call, memory);
          remember(call, memory, policy);
          const others = [...formOf(call)].filter(([name]) => !name.startsWith(POLICY));
          return otherForm(
            call,
            new URLSearchParams([...others, ...policy.map(([name, value]): [string, string] => [name, value])]),
          );
        },
      },
    },
  },
];
