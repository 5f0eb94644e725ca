import type { Block } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check } from "../../rule";

export const metricMathWhole: Check = (plan) =>
  plan.resources("aws_cloudwatch_metric_alarm").flatMap((alarm) => {
    const queries = alarm.blocks("metric_query");
    if (queries.length === 0) return [];
    const wrong = wrongWith(queries);
    return [judge(alarm.address, wrong.length === 0, wrong.join("; "))];
  });

function wrongWith(queries: readonly Block[]): readonly string[] {
  const ids = queries.map((query) => String(query.get("id")));
  const expressions = queries.map((query) => query.get("expression")).filter((value) => typeof value === "string");
  const used = expressions.flatMap((expression) => expression.match(/\b[a-z]\w*\b/g) ?? []);
  const missing = used.filter((id) => !ids.includes(id));
  const shown = queries.filter((query) => String(query.get("return_data") ?? false) === "true");
  const idle = expressions.length > 0 ? ids.filter((id) => !used.includes(id) && !isShown(shown, id)) : [];
  const empty = queries.filter((query) => query.get("expression") === undefined && query.blocks("metric").length === 0);
  return [
    ...(shown.length === 1 ? [] : [`${shown.length} of its queries have return_data`]),
    ...(missing.length === 0 ? [] : [`no query is ${missing.join(", ")}`]),
    ...(idle.length === 0 ? [] : [`nothing uses ${idle.join(", ")}`]),
    ...(empty.length === 0 ? [] : [`${empty.length} of its queries have neither expression nor metric`]),
  ];
}

const isShown = (shown: readonly Block[], id: string) => shown.some((query) => query.get("id") === id);
