import { judge } from "../../judge";
import type { Check } from "../../rule";

/** A resource of AWS's; a name in a text that only looks like an address is none. */
const RESOURCE = /^aws_\w+\.[\w-]+/;

export const referencesHold: Check = (plan) =>
  plan.resources().map(({ address, dependencies }) => {
    const lost = [...new Set(dependencies)].filter((name) => RESOURCE.test(name) && plan.resource(name) === undefined);
    return judge(address, lost.length === 0, `it refers to ${lost.join(", ")}, which isn't there`);
  });
