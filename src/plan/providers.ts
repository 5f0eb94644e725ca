import type { Plan } from "./plan";

/** Providers that own nothing in a cloud: a plan of these alone is nobody's. */
const HELPERS = [
  "archive",
  "cloudinit",
  "external",
  "http",
  "local",
  "null",
  "random",
  "template",
  "terraform",
  "time",
  "tls",
];

/** The providers of a plan that has nothing of AWS; none where it has, or is of no cloud. */
export function otherProviders(plan: Plan): readonly string[] {
  const ofResources = plan.resources().map(({ type }) => type.split("_", 1)[0] ?? type);
  const names = new Set([...ofResources, ...plan.providers.map(({ name }) => name)]);
  return names.has("aws") ? [] : [...names].filter((name) => !HELPERS.includes(name));
}
