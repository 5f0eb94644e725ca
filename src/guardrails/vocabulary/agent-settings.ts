import { agentSettings } from "../../plan/facts/capacity";
import type { Plan, Resource } from "../../plan/plan";
import { type MaybeValue, Unknown } from "../../plan/value";
import type { Expectation } from "../expectation";
import { judgeValue } from "../judge";
import type { Judgement } from "../rule";
import { ecsGroups } from "./ecs-groups";

/** Judges a setting of the ECS agent in each launch template that ECS instances start from. */
export function judgeAgentSetting(plan: Plan, key: string, expectation: Expectation): readonly Judgement[] {
  return ecsLaunchTemplates(plan).map((template) =>
    judgeValue(template.address, key, agentSetting(template, key), expectation),
  );
}

/** A setting of the ECS agent; `undefined`: not set, so that the agent takes its own default. */
export function agentSetting(template: Resource, key: string): MaybeValue {
  const settings = agentSettings(template);
  const value = settings instanceof Unknown ? settings : settings?.get(key);
  return typeof value === "string" && value.includes("${") ? new Unknown([], value) : value;
}

/** The launch templates that ECS instances start from, each once. */
export function ecsLaunchTemplates(plan: Plan): readonly Resource[] {
  return [...new Set(ecsGroups(plan).flatMap(({ launchTemplate }) => launchTemplate ?? []))];
}
