import type { Plan, Resource } from "../../../plan/plan";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { dashboards, type ShownMetric, type Widget } from "../../vocabulary/dashboards";

/** What a service, its targets or a zone's gateway are to a dashboard: several of a kind. */
const KINDS = ["aws_ecs_service", "aws_lb_target_group", "aws_nat_gateway", "aws_autoscaling_group"];

export const alikeShownAlike: Check = (plan) =>
  dashboards(plan).map(({ dashboard: { address }, widgets }) => {
    if (widgets === undefined) return undecided(address, "its widgets are known only at apply");
    const missing = widgets.flatMap((widget) => missingIn(plan, widget));
    return judge(address, missing.length === 0, `not shown: ${missing.join(", ")}`);
  });

/** A chart that shows a metric of two or more of a kind is meant to show all; one of a single service is about that. */
function missingIn(plan: Plan, { label, metrics }: Widget): readonly string[] {
  return KINDS.flatMap((kind) => {
    const all = plan.resources(kind);
    const shown = new Map<string, Set<Resource>>();
    for (const metric of metrics) {
      for (const resource of subjects(plan, metric, kind)) {
        const key = metric.name;
        shown.set(key, (shown.get(key) ?? new Set()).add(resource));
      }
    }
    const most = new Set([...shown.values()].flatMap((resources) => [...resources]));
    if (most.size < 2) return [];
    return [...shown].flatMap(([name, resources]) =>
      all.filter((one) => !resources.has(one)).map((one) => `${name} of ${one.address} in "${label}"`),
    );
  });
}

const subjects = (plan: Plan, { dimensions }: ShownMetric, kind: string) =>
  dimensions.flatMap(([, value]) => plan.referenced(value, kind));
