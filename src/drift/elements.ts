import { entry, isList, isRecord, listOf, type MaybeValue, type Value, type ValueRecord } from "../plan/value";

/** What names an element of a set, the first that all of them have and no two share. */
const IDENTITIES = [
  "key",
  "Sid",
  "sid",
  "name",
  "device_name",
  "instance_type",
  "capacity_provider",
  "priority",
  "rule_no",
  "cidr_block",
  "subnet_id",
  "id",
  "type",
];

/**
 * A name for each element of each list, by which the same element is found in the others; no two of a list share one.
 * `undefined`: they aren't objects, or are told apart by nothing.
 * @param path of the lists, in their resource
 */
export function elementNames(
  path: string,
  lists: readonly (readonly Value[])[],
): readonly (readonly string[])[] | undefined {
  const all = lists.flat();
  if (!all.every(isRecord)) return undefined;
  const namings: readonly ((element: Value) => string)[] = all.some(isRule)
    ? [
        ports,
        (rule) => join(ports(rule), textOf(rule, "description")),
        (rule) => join(ruleText(path, rule), textOf(rule, "description")),
      ]
    : IDENTITIES.map((identity) => (element) => textOf(element, identity));
  for (const naming of namings) {
    const names = lists.map((list) => list.map(naming));
    if (names.every((each) => each.every((name) => name !== "") && new Set(each).size === each.length)) return names;
  }
  const lengths = new Set(lists.map(({ length }) => length));
  if (lengths.size === 1 || lists.every(({ length }) => length <= 1))
    return lists.map((list) => list.map((_, index) => `${index}`));
  const contents = lists.map((list) => list.map((element) => JSON.stringify(element)));
  return contents.every((each) => new Set(each).size === each.length) ? contents : undefined;
}

/** Whether a value is a rule of a security group. */
export function isRule(value: MaybeValue): value is ValueRecord {
  return isRecord(value) && "protocol" in value && "from_port" in value && "to_port" in value;
}

/** `"tcp 22 from 0.0.0.0/0"`, `"all to sg-0123"`. */
export function ruleText(path: string, rule: Value): string {
  if (!isRecord(rule)) return "";
  const self = entry(rule, "self") === true ? ["the group itself"] : [];
  const others = SOURCES.flatMap((source) => listOf(entry(rule, source))).map(String);
  return `${ports(rule)} ${path.startsWith("egress") ? "to" : "from"} ${[...others, ...self].join(", ") || "nowhere"}`;
}

/** Who is let in or out by a rule, as Terraform's attributes have it. */
export const SOURCES = ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"] as const;

function ports(rule: Value): string {
  const [protocol, from, to] = ["protocol", "from_port", "to_port"].map((attribute) => textOf(rule, attribute));
  if (protocol === "-1") return "all";
  return `${protocol} ${from === to ? from : `${from}-${to}`}`;
}

function textOf(element: Value, attribute: string): string {
  const value = isRecord(element) ? entry(element, attribute) : undefined;
  return value === undefined || value === null || isList(value) || isRecord(value) ? "" : String(value);
}

const join = (...texts: readonly string[]) => texts.filter((text) => text !== "").join(" ");
