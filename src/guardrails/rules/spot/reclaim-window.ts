import { containers } from "../../../plan/facts/containers";
import type { ServiceFact } from "../../../plan/facts/services";
import type { Plan } from "../../../plan/plan";
import { type MaybeValue, Unknown } from "../../../plan/value";
import { failed, openIf, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { agentSetting } from "../../vocabulary/agent-settings";
import { valueAt } from "../../vocabulary/containers";
import { onDemandShare } from "../../vocabulary/ecs-groups";
import { instanceServices } from "../../vocabulary/services";
import { spotGroupsOf } from "../../vocabulary/spot-services";

/** What EC2 gives between its warning and the end. */
const WARNING_SECONDS = 120;
const DEFAULT_STOP_SECONDS = 30;
const DEFAULT_DEREGISTRATION_SECONDS = 300;

export const reclaimWindow: Check = (plan) =>
  instanceServices(plan)
    .filter((fact) => spotGroupsOf(plan, fact).length > 0)
    .map((fact) => {
      const isOpen = spotGroupsOf(plan, fact).every((group) => onDemandShare(group) instanceof Unknown);
      return openIf(isOpen, judgeWindow(plan, fact), "; whether it runs on Spot is known only at apply");
    });

function judgeWindow(plan: Plan, fact: ServiceFact): Judgement {
  const { service, targetGroups } = fact;
  const delays = targetGroups.map((group) => group.get("deregistration_delay") ?? DEFAULT_DEREGISTRATION_SECONDS);
  const stops = stopTimeouts(plan, fact);
  const [delay, stop] = [largest(delays), largest(stops)];
  if (delay + stop > WARNING_SECONDS)
    return failed(
      service.address,
      `${delay} s of deregistration delay and ${stop} s of stop timeout; wanted: ${WARNING_SECONDS} s together at most`,
    );
  const isForeign = targetGroups.length < service.blocks("load_balancer").length;
  return isForeign || [...delays, ...stops].some((value) => value instanceof Unknown)
    ? undecided(service.address, "a delay or timeout is known only at apply")
    : passed(service.address);
}

/** Of each container: its own, else the agent's, else ECS's default. */
function stopTimeouts(plan: Plan, fact: ServiceFact): readonly MaybeValue[] {
  const agents = spotGroupsOf(plan, fact).flatMap(({ launchTemplate }) =>
    launchTemplate === undefined ? [] : seconds(agentSetting(launchTemplate, "ECS_CONTAINER_STOP_TIMEOUT")),
  );
  const fallbacks = agents.length === 0 ? [DEFAULT_STOP_SECONDS] : agents;
  const own = containers(plan).filter(({ taskDefinition }) => taskDefinition.address === fact.taskDefinition?.address);
  if (own.length === 0) return fallbacks;
  return own.flatMap(({ definition }) => {
    const timeout = definition instanceof Unknown ? definition : valueAt(definition, "stopTimeout");
    return timeout === undefined ? fallbacks : [timeout];
  });
}

/** `"1m30s"` in seconds. */
function seconds(duration: MaybeValue): MaybeValue {
  if (duration instanceof Unknown) return duration;
  const [, hours = 0, minutes = 0, rest = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(String(duration ?? "")) ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return total === 0 ? DEFAULT_STOP_SECONDS : total;
}

const largest = (values: readonly MaybeValue[]) =>
  Math.max(0, ...values.filter((value) => !(value instanceof Unknown)).map(Number));
