import type { TerraformDocument } from "./terraform-json";

type Resources = { readonly [type: string]: { readonly [name: string]: { readonly [field: string]: unknown } } };

/**
 * The part of a stack that some resources need: they, and what they refer to. What they only wait for (`depends_on`) isn't
 * in it, so it is applied in a fraction of the whole's time.
 */
export function partOf(document: TerraformDocument, isWanted: (address: string) => boolean): TerraformDocument {
  const all = new Map<string, object>(
    Object.entries(document.resource as unknown as Resources).flatMap(([type, named]) =>
      Object.entries(named).map(([name, { depends_on: _waitsFor, ...body }]) => [`${type}.${name}`, body] as const),
    ),
  );
  const found = new Map<string, object>();
  const waiting: string[] = [...all.keys()].filter(isWanted);
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const body = all.get(address);
    if (body === undefined || found.has(address)) continue;
    found.set(address, body);
    for (const [expression] of JSON.stringify(body).matchAll(/\$\{[^}]*\}/g)) {
      waiting.push(...(expression.match(/\baws_\w+\.\w+/g) ?? []));
    }
  }
  const resource: { [type: string]: { [name: string]: object } } = {};
  for (const [address, body] of found) {
    const [type = "", name = ""] = address.split(".");
    resource[type] = { ...resource[type], [name]: body };
  }
  const { output: _outputs, ...rest } = document;
  return JSON.parse(JSON.stringify({ ...rest, resource }));
}
