import type { Environment, Service } from "../schema";
import { describe, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { exceeds, given, repeated } from "./lists";

/** Seconds between a Spot instance's interruption notice and its end. */
const SPOT_NOTICE_SECONDS = 120;

/** Each service is in order by itself. */
export function* serviceFindings({ capacity, services }: Draft<Environment>): Generator<Finding> {
  const { onDemandPercentageAboveBase: percentage, onDemandBase, maxInstances } = capacity ?? {};
  const hasSpot = exceeds(100, percentage) && exceeds(maxInstances, onDemandBase);
  for (const [index, service] of given(services)) {
    for (const finding of [
      ...scalingFindings(service),
      ...healthFindings(service),
      ...variableFindings(service),
      ...(hasSpot ? stopFindings(service) : []),
    ]) {
      yield { ...finding, path: `services[${index}].${finding.path}` };
    }
  }
}

function* scalingFindings({ desiredTasks, scaling }: Draft<Service>): Generator<Finding> {
  const { minTasks, maxTasks } = scaling ?? {};
  if (exceeds(minTasks, maxTasks)) {
    yield { path: "scaling.minTasks", got: describe(minTasks), allowed: `at most scaling.maxTasks, ${maxTasks}` };
  } else if (exceeds(minTasks, desiredTasks) || exceeds(desiredTasks, maxTasks)) {
    const allowed = `a number within the bounds of scaling, ${minTasks ?? 0} to ${maxTasks ?? "its maxTasks"}`;
    yield { path: "desiredTasks", got: describe(desiredTasks), allowed };
  }
}

function* healthFindings({ healthCheck }: Draft<Service>): Generator<Finding> {
  const { timeoutSeconds, intervalSeconds } = healthCheck ?? {};
  if (timeoutSeconds !== undefined && intervalSeconds !== undefined && timeoutSeconds >= intervalSeconds) {
    const allowed = `less than healthCheck.intervalSeconds, ${intervalSeconds}`;
    yield { path: "healthCheck.timeoutSeconds", got: describe(timeoutSeconds), allowed };
  }
}

/** ECS refuses a task definition with a variable in both. */
function* variableFindings({ environment = {}, secrets = {} }: Draft<Service>): Generator<Finding> {
  for (const name of Object.keys(secrets).filter((variable) => Object.hasOwn(environment, variable))) {
    yield {
      path: fieldPath(["secrets", name]),
      got: "a variable that is in environment too",
      allowed: "each in one of the two",
    };
  }
}

function* stopFindings({ stopTimeoutSeconds, deregistrationDelaySeconds }: Draft<Service>): Generator<Finding> {
  if (stopTimeoutSeconds === undefined || deregistrationDelaySeconds === undefined) return;
  if (stopTimeoutSeconds + deregistrationDelaySeconds > SPOT_NOTICE_SECONDS) {
    const got = `${stopTimeoutSeconds} s, after deregistrationDelaySeconds of ${deregistrationDelaySeconds} s`;
    const allowed = `${SPOT_NOTICE_SECONDS} s together, all that a Spot reclaim gives; or capacity without Spot`;
    yield { path: "stopTimeoutSeconds", got, allowed };
  }
}

/** What only one service can have: a name, a priority. Routes are in routes.ts, names' lengths in names.ts. */
export function* uniquenessFindings({ services }: Draft<Environment>): Generator<Finding> {
  for (const { index, value, first } of repeated(services?.map((service) => service?.name))) {
    const allowed = `a name of its own: it is services[${first}]'s already`;
    yield { path: `services[${index}].name`, got: describe(value), allowed };
  }
  for (const { index, value, first } of repeated(services?.map((service) => service?.routing?.priority))) {
    const allowed = `a priority of its own: it is services[${first}]'s already`;
    yield { path: `services[${index}].routing.priority`, got: describe(value), allowed };
  }
}
