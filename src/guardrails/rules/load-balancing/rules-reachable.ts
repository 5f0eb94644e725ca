import type { Resource } from "../../../plan/plan";
import { listOf, Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { rulesOf } from "../../vocabulary/load-balancers";

/** By hosts and paths; a rule that asks for more, as for a header, hides no other. */
export const rulesReachable: Check = (plan) =>
  plan.resources("aws_lb_listener").flatMap((listener) => {
    const rules = rulesOf(plan, listener)
      .map((rule) => ({ rule, priority: Number(rule.get("priority")), asks: asksOf(rule) }))
      .sort((a, b) => a.priority - b.priority);
    return rules.map(({ rule, asks }, index) => {
      const hidden = rules.slice(0, index).find((earlier) => asks && earlier.asks && covers(earlier.asks, asks));
      return judge(
        rule.address,
        hidden === undefined,
        `${hidden?.rule.address} comes first, and takes all that it would`,
      );
    });
  });

interface Asks {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
}

/** `undefined`: for something else, or it is known only at apply. */
function asksOf(rule: Resource): Asks | undefined {
  const conditions = rule.blocks("condition");
  const valuesOf = (field: string) => conditions.flatMap((condition) => listOf(condition.get(`${field}.values`)));
  const [hosts, paths] = [valuesOf("host_header"), valuesOf("path_pattern")];
  const isOther = conditions.some(({ values }) =>
    Object.entries(values).some(
      ([field, value]) => !["host_header", "path_pattern"].includes(field) && listOf(value).length > 0,
    ),
  );
  if (isOther || [...hosts, ...paths].some((value) => value instanceof Unknown)) return undefined;
  return { hosts: hosts.map(String), paths: paths.map(String) };
}

const covers = (wide: Asks, narrow: Asks): boolean =>
  coversAll(wide.hosts, narrow.hosts) && coversAll(wide.paths, narrow.paths);

/** No condition is any. */
function coversAll(wide: readonly string[], narrow: readonly string[]): boolean {
  if (wide.length === 0) return true;
  return narrow.length > 0 && narrow.every((one) => wide.some((other) => matches(other, one)));
}

function matches(pattern: string, text: string): boolean {
  const literal = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(text);
}
