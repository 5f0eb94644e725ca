import { services } from "../../../plan/facts/services";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

const MOST_SECONDS = 30;
/** As AWS takes them where they aren't set. */
const DEFAULTS = { interval: 30, timeout: 5, healthy_threshold: 5, unhealthy_threshold: 2 } as const;

/** Of the target groups of ECS's services. */
export const healthCheckTiming: Check = (plan) =>
  [...new Set(services(plan).flatMap(({ targetGroups }) => targetGroups))].map((group) => {
    const { address } = group;
    const values = Object.entries(DEFAULTS).map(([key, fallback]) => group.get(`health_check.${key}`) ?? fallback);
    if (values.some((value) => value instanceof Unknown))
      return undecided(address, "its times are known only at apply");
    const [interval = 0, timeout = 0, healthy = 0, unhealthy = 0] = values.map(Number);
    const isSound =
      timeout >= 2 && timeout < interval && healthy === 2 && unhealthy >= 2 && interval * unhealthy <= MOST_SECONDS;
    const found = `interval ${interval} s, timeout ${timeout} s, thresholds ${healthy} and ${unhealthy}`;
    return judge(address, isSound, found);
  });
