import { agentSettings, type CapacityGroup } from "../plan/facts/capacity";
import type { Plan, Resource } from "../plan/plan";
import { type MaybeValue, Unknown } from "../plan/value";
import { ecsGroups } from "./ecs-groups";
import type { Expectation } from "./expectation";
import { judgeValue } from "./judge";
import type { Judgement } from "./rule";

/** Judges a setting of the ECS agent in each launch template that ECS instances start from. */
export function judgeAgentSetting(plan: Plan, key: string, expectation: Expectation): readonly Judgement[] {
  return ecsLaunchTemplates(plan).map((template) => judgeSettingOf(template, key, expectation));
}

export function judgeSettingOf(template: Resource, key: string, expectation: Expectation): Judgement {
  return judgeValue(template.address, key, agentSetting(template, key), expectation);
}

/** `undefined`: not set, so that the agent takes its own default. */
export function agentSetting(template: Resource, key: string): MaybeValue {
  const settings = agentSettings(template);
  const value = settings instanceof Unknown ? settings : settings?.get(key);
  return typeof value === "string" && value.includes("${") ? new Unknown([], value) : value;
}

/** The launch templates that ECS instances start from, each once. */
export function ecsLaunchTemplates(plan: Plan): readonly Resource[] {
  return launchTemplatesOf(ecsGroups(plan));
}

export function launchTemplatesOf(groups: readonly CapacityGroup[]): readonly Resource[] {
  const templates = groups.flatMap(({ launchTemplate }) => launchTemplate ?? []);
  return [...new Map(templates.map((template) => [template.address, template])).values()];
}
