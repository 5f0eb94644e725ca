import type { TerraformDocument } from "./terraform-json";

/** What stands in a picture: the nodes of its Mermaid flowcharts, and the arrows between them. */
export interface Picture {
  /** By the node's id: the addresses in its label, none for what isn't ours. */
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly (readonly [from: string, to: string])[];
}

interface Node {
  readonly addresses: readonly string[];
  readonly isProtected: boolean;
}

const NODE = /^(\w+)(?:\["(.+)"\]|\(\("(.+)"\)\))(:::protected)?$/;
const EDGE = /^(\w+) --> (\w+)$/;
const FRAME = /^(%%\{init: .*\}%%|flowchart (TB|LR)|classDef protected .*)$/;

/**
 * Reads the flowcharts of a document: a node or an arrow a line. An address may stand for several,
 * `aws_subnet.network_private_{a,b}`.
 * @throws Error on a line that it can't read, so that nothing in the picture goes unchecked
 */
export function readPicture(markdown: string): Picture {
  const nodes = new Map<string, Node>();
  const edges: [string, string][] = [];
  for (const [, chart = ""] of markdown.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)) {
    for (const line of chart.split("\n").map((text) => text.trim())) {
      const [isNode, id = "", label = "", outside = "", mark] = NODE.exec(line) ?? [];
      const [isEdge, from = "", to = ""] = EDGE.exec(line) ?? [];
      if (isNode !== undefined) {
        if (nodes.has(id)) throw new Error(`the picture has two nodes ${id}`);
        nodes.set(id, { addresses: addressesIn(label || outside), isProtected: mark !== undefined });
      } else if (isEdge !== undefined) edges.push([from, to]);
      else if (line !== "" && !FRAME.test(line)) throw new Error(`the picture has a line that no test reads: ${line}`);
    }
  }
  return { nodes, edges };
}

/** What the picture says that the stacks don't, and what it leaves out of what is protected; a line each. */
export function pictureProblems(picture: Picture, documents: ReadonlyMap<string, TerraformDocument>): string[] {
  const references = referencesOf(documents);
  const drawn = new Set([...picture.nodes.values()].flatMap(({ addresses }) => addresses));
  const leadsTo = (from: string, to: string) => reachable(from, references, drawn).has(to);
  const undrawn = [...references.keys()].filter((address) => !drawn.has(address));
  // Either names the other, or something between them that isn't drawn (a record, an association) names both.
  const isLinked = (a: string, b: string) =>
    leadsTo(a, b) || leadsTo(b, a) || undrawn.some((between) => leadsTo(between, a) && leadsTo(between, b));

  const problems: string[] = [];
  for (const [id, { addresses, isProtected }] of picture.nodes) {
    for (const address of addresses) {
      if (!references.has(address)) problems.push(`${id}: there is no ${address}`);
      else if (isProtected !== protectedAddresses(documents).has(address)) {
        problems.push(`${id}: ${address} is ${isProtected ? "not " : ""}protected`);
      }
    }
  }
  for (const address of protectedAddresses(documents)) {
    if (!drawn.has(address)) problems.push(`${address} is protected, and not in the picture`);
  }
  for (const edge of picture.edges) {
    const [from, to] = edge.map((id) => picture.nodes.get(id)?.addresses);
    if (from === undefined || to === undefined) problems.push(`${edge.join(" --> ")}: a node is missing`);
    // What isn't ours has no reference.
    else if (from.length > 0 && to.length > 0) {
      const isBacked =
        from.every((address) => to.some((other) => isLinked(address, other))) &&
        to.every((address) => from.some((other) => isLinked(address, other)));
      if (!isBacked) problems.push(`${edge.join(" --> ")}: no reference leads from one to the other`);
    }
  }
  return problems;
}

/** `"what it is<br/>aws_a.{b,c}"` has `aws_a.b` and `aws_a.c`. */
function addressesIn(label: string): readonly string[] {
  const [text = ""] = /aws_.*$/.exec(label) ?? [];
  return text === "" ? [] : expand(text.replaceAll("<br/>", ""));
}

function expand(text: string): readonly string[] {
  const [whole, before = "", choices = "", after = ""] = /^(.*?)\{(.*?)\}(.*)$/.exec(text) ?? [];
  if (whole === undefined) return [text];
  return choices.split(",").flatMap((choice) => expand(before + choice + after));
}

/** What each resource names in its arguments or depends on, by its address. */
function referencesOf(documents: ReadonlyMap<string, TerraformDocument>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...documents.values()].flatMap(({ resource }) =>
      Object.entries(resource).flatMap(([type, named]) =>
        Object.entries(named).map(
          ([name, body]) => [`${type}.${name}`, new Set(JSON.stringify(body).match(/\baws_\w+\.\w+/g))] as const,
        ),
      ),
    ),
  );
}

function protectedAddresses(documents: ReadonlyMap<string, TerraformDocument>): ReadonlySet<string> {
  return new Set(
    [...documents.values()].flatMap(({ resource }) =>
      Object.entries(resource).flatMap(([type, named]) =>
        Object.entries(named)
          .filter(([, body]) => JSON.stringify(body).includes('"prevent_destroy":true'))
          .map(([name]) => `${type}.${name}`),
      ),
    ),
  );
}

/** Everything that a resource leads to in a few steps by way of what isn't drawn. */
function reachable(
  from: string,
  references: ReadonlyMap<string, ReadonlySet<string>>,
  drawn: ReadonlySet<string>,
): ReadonlySet<string> {
  const MAX_STEPS = 3;
  const found = new Set<string>();
  let ends: readonly string[] = [from];
  for (let step = 0; step < MAX_STEPS; step += 1) {
    ends = ends.flatMap((end) => [...(references.get(end) ?? [])]).filter((next) => !found.has(next));
    for (const end of ends) found.add(end);
    ends = ends.filter((end) => !drawn.has(end));
  }
  return found;
}
