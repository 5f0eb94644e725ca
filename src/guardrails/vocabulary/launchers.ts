import type { Plan, Resource } from "../../plan/plan";
import { type MaybeValue, Unknown } from "../../plan/value";

/**
 * What says how instances are launched: launch templates, launch configurations, and instances, unless these leave the
 * block to a launch template.
 */
export function launchers(plan: Plan, block: string): readonly Resource[] {
  return plan
    .resources("aws_launch_template", "aws_launch_configuration", "aws_instance")
    .filter((launcher) => launcher.blocks("launch_template").length === 0 || statedAt(launcher, block) !== undefined);
}

/** What is written there; a plan has what AWS will choose as known only at apply, of no resource. */
export function statedAt(resource: Resource, path: string): MaybeValue {
  const value = resource.get(path);
  return value instanceof Unknown && value.references.length === 0 && value.template === undefined ? undefined : value;
}
