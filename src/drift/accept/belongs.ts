/** Where a field would begin, by the first part of a construct's path. */
const SCHEMAS: { readonly [part: string]: string } = {
  network: "network",
  endpoint: "network",
  SecurityGroups: "network",
  ingress: "ingress",
  certificate: "ingress",
  zone: "ingress",
  firewall: "ingress",
  capacity: "capacity",
  Template: "capacity",
  instance: "capacity",
  Services: "service",
  detection: "detection",
  notifications: "detection",
  spot_fallback: "automation",
  drain_guard: "drain-guard",
};

/** Where what no field expresses would belong: the construct, and the schema that a field for it would be in. */
export function belongsIn(construct: string | undefined): string {
  if (construct === undefined) return "no construct of the environment makes it";
  const schema = SCHEMAS[construct.split("/")[1] ?? ""];
  const file = schema === undefined ? "src/environments/schema.ts" : `src/environments/schema/${schema}.ts`;
  return `it would be a new field of ${file}, read by the construct ${construct} (CONTRIBUTING.md, "Add a field to the environment")`;
}
