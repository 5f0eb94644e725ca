import type { Statement } from "../policy";
import type { Condition, Grant } from "./grant";

/** What one action may do to one resource, under one condition. */
interface Atom {
  readonly action: string;
  readonly resource: string;
  readonly condition: Condition | undefined;
}

/**
 * The statements that allow exactly what the grants allow together, each thing once, whatever the grants' order.
 *
 * @param without what is allowed already, and left out
 */
export function mergeGrants(grants: readonly Grant[], without: readonly Grant[] = []): readonly Statement[] {
  const known = new Set(atomsOf(without).map(keyOf));
  const atoms = new Map(atomsOf(grants).map((atom) => [keyOf(atom), atom]));
  const byResource = groups(
    [...atoms].filter(([key]) => !known.has(key)).map(([, atom]) => atom),
    ({ condition, resource }) => JSON.stringify([condition, resource]),
  ).map(([first, ...more]) => ({
    condition: first.condition,
    resource: first.resource,
    actions: [first, ...more].map(({ action }) => action).sort(),
  }));
  return groups(byResource, ({ condition, actions }) => JSON.stringify([actions, condition]))
    .sort(([a], [b]) => compare(JSON.stringify([a.actions, a.condition]), JSON.stringify([b.actions, b.condition])))
    .map(([first, ...more]) => ({
      Effect: "Allow",
      Action: first.actions,
      Resource: [first, ...more].map(({ resource }) => resource).sort(),
      ...(first.condition === undefined ? {} : { Condition: first.condition }),
    }));
}

function atomsOf(grants: readonly Grant[]): readonly Atom[] {
  return grants.flatMap(({ actions, resources, condition }) =>
    actions.flatMap((action) => resources.map((resource) => ({ action, resource, condition }))),
  );
}

const keyOf = ({ action, resource, condition }: Atom): string => JSON.stringify([action, resource, condition]);

/** Elements of one key together, none of the groups empty. */
function groups<Element>(elements: readonly Element[], key: (element: Element) => string): [Element, ...Element[]][] {
  const found = new Map<string, [Element, ...Element[]]>();
  for (const element of elements) {
    const group = found.get(key(element));
    if (group === undefined) found.set(key(element), [element]);
    else group.push(element);
  }
  return [...found.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
