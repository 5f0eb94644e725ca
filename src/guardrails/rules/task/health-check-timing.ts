import { type ServiceFact, services } from "../../../plan/facts/services";
import type { Plan, Resource } from "../../../plan/plan";
import { isRecord, Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, valueAt } from "../../vocabulary/containers";

const MOST_SECONDS = 30;
/** Within what ECS takes, and as it takes them where they aren't set. */
const DEFAULTS = { interval: 30, timeout: 5, retries: 3, startPeriod: 0 } as const;

export const healthCheckTiming: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) => {
    const check = valueAt(definition, "healthCheck");
    if (!isRecord(check)) return [];
    const values = Object.entries(DEFAULTS).map(([key, fallback]) => check[key] ?? fallback);
    if (values.some((value) => value instanceof Unknown))
      return undecided(taskDefinition.address, "its times are known only at apply");
    const [interval = 0, timeout = 0, retries = 0, start = 0] = values.map(Number);
    const grace = gracePeriod(plan, taskDefinition);
    const isSound =
      timeout >= 2 &&
      timeout < interval &&
      retries >= 2 &&
      interval * retries <= MOST_SECONDS &&
      (!grace || start >= grace);
    const found = `health check of ${what}: interval ${interval} s, timeout ${timeout} s, ${retries} retries, startPeriod ${start} s`;
    return judge(taskDefinition.address, isSound, found);
  });

/** Of the services that run it, the longest. */
function gracePeriod(plan: Plan, task: Resource): number {
  const own = services(plan).filter(({ taskDefinition }: ServiceFact) => taskDefinition === task);
  return Math.max(0, ...own.map(({ service }) => Number(service.get("health_check_grace_period_seconds")) || 0));
}
