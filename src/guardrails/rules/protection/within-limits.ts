import { isList, type MaybeValue } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, valueAt } from "../../vocabulary/containers";
import { CONTAINER_LIMITS, LIMITS, type Limit } from "../../vocabulary/limits";

/** What isn't set, or is known only at apply, says nothing. */
export const withinLimits: Check = (plan) => [
  ...Object.entries(LIMITS).flatMap(([type, limits]) =>
    plan.resources(type).map((resource) => {
      const wrong = beyond(limits, (path) => resource.get(path));
      return judge(resource.address, wrong.length === 0, wrong.join("; "));
    }),
  ),
  ...judgeContainers(plan, (definition, { taskDefinition: { address } }, what) => {
    const wrong = beyond(CONTAINER_LIMITS, (path) => valueAt(definition, path));
    return judge(address, wrong.length === 0, `${what}: ${wrong.join("; ")}`);
  }),
];

function beyond(limits: { readonly [path: string]: Limit }, get: (path: string) => MaybeValue): readonly string[] {
  return Object.entries(limits).flatMap(([path, limit]) => {
    const value = get(path);
    return (isList(value) ? value.flat() : [value])
      .filter((one) => (typeof one === "number" || typeof one === "string") && isBeyond(Number(one), limit))
      .map((one) => `${path} is ${one}; AWS takes ${describe(limit)}`);
  });
}

const isBeyond = (value: number, { least, most, oneOf }: Limit) =>
  value < least || value > most || (oneOf !== undefined && !oneOf.includes(value));

const describe = ({ least, most, oneOf }: Limit) =>
  oneOf === undefined ? `${least} to ${most}` : `some numbers from ${least} to ${most}`;
