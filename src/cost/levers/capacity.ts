import { instanceType, instanceTypeNames } from "../../catalogue/instance-types";
import { editedPlan, setAt } from "../../plan/edited";
import { capacityGroups } from "../../plan/facts/capacity";
import type { Plan, Resource } from "../../plan/plan";
import type { ValueRecord } from "../../plan/value";
import { known } from "../../stress/facts/values";
import { type Lever, withPlans } from "../setting";

const DISTRIBUTION = "mixed_instances_policy.instances_distribution";
const BASE = `${DISTRIBUTION}.on_demand_base_capacity`;
const TARGET = "auto_scaling_group_provider.managed_scaling.target_capacity";

/** What changes resources of a type; `undefined` from `change` leaves one as it is, and `undefined` of all is no change. */
function changing(plan: Plan, type: string, change: (resource: Resource) => ValueRecord | undefined): Plan | undefined {
  const changes = new Map(plan.resources(type).map((resource) => [resource, change(resource)]));
  if ([...changes.values()].every((values) => values === undefined)) return undefined;
  return editedPlan(plan, (resource) => changes.get(resource) ?? resource.values);
}

export const lowerBase: Lever = {
  id: "lower-base",
  title: "One On-Demand instance fewer in the base: Spot takes its place",
  apply: (setting) =>
    withPlans(setting, (plan) =>
      changing(plan, "aws_autoscaling_group", (group) => {
        const base = known(group.get(BASE), 0);
        return base === 0 ? undefined : setAt(group.values, BASE, base - 1);
      }),
    ),
};

export const fewerInstances: Lever = {
  id: "fewer-instances",
  title: "One instance fewer at least",
  apply: (setting) =>
    withPlans(setting, (plan) =>
      changing(plan, "aws_autoscaling_group", (group) => {
        const min = known(group.get("min_size"), 0);
        return min === 0 ? undefined : setAt(group.values, "min_size", min - 1);
      }),
    ),
};

export const targetCapacity: Lever = {
  id: "target-capacity",
  title: "Target capacity 100: no spare instances",
  apply: (setting) =>
    withPlans(setting, (plan) =>
      changing(plan, "aws_ecs_capacity_provider", (provider) => {
        const target = provider.get(TARGET);
        return target === undefined || known(target, 100) === 100 ? undefined : setAt(provider.values, TARGET, 100);
      }),
    ),
};

export const smallerInstances: Lever = {
  id: "smaller-instances",
  title: "Instances of the next smaller size; burstable ones where there is none",
  besides: "Burstable instances that are busy for long pay for surplus CPU credits, which no line has.",
  apply: (setting) => withPlans(setting, (plan) => withTypes(plan, smaller)),
};

export const graviton: Lever = {
  id: "graviton",
  title: "Instances with Graviton processors",
  besides: "Every image must be built for arm64.",
  apply: (setting) =>
    withPlans(setting, (plan) => {
      const onArm = withTypes(plan, arm);
      const withImage = onArm && (changing(onArm, "aws_launch_template", imageForArm) ?? onArm);
      return withImage && (changing(withImage, "aws_ecs_task_definition", forArm) ?? withImage);
    }),
};

/** Where AWS keeps the newest ECS-optimized images, each architecture has a folder of its own. */
function imageForArm({ values }: Resource): ValueRecord | undefined {
  const image = String(values.image_id);
  if (!image.includes("/amazon-linux-2023/recommended/")) return undefined;
  return { ...values, image_id: image.replace("/amazon-linux-2023/", "/amazon-linux-2023/arm64/") };
}

const forArm = ({ values }: Resource) => setAt(values, "runtime_platform.cpu_architecture", "ARM64");

/** Each group's types as they are changed all together; `undefined`: none is. */
function withTypes(plan: Plan, change: (names: readonly string[]) => readonly string[] | undefined): Plan | undefined {
  const changes = new Map<Resource, ValueRecord>();
  for (const { group, launchTemplate, instanceTypes, overrides } of capacityGroups(plan)) {
    const names = instanceTypes.filter((name) => typeof name === "string");
    const types = names.length < instanceTypes.length ? undefined : change(names);
    if (types === undefined) continue;
    if (overrides.length > 0) changes.set(group, withOverrides(group.values, types));
    else if (launchTemplate !== undefined)
      changes.set(launchTemplate, setAt(launchTemplate.values, "instance_type", types[0] ?? ""));
  }
  if (changes.size === 0) return undefined;
  return editedPlan(plan, (resource) => changes.get(resource) ?? resource.values);
}

function withOverrides(values: ValueRecord, types: readonly string[]): ValueRecord {
  const overrides = types.map((type): ValueRecord => ({ instance_type: type }));
  return setAt(values, "mixed_instances_policy.launch_template.override", overrides);
}

const SIZES = ["nano", "micro", "small", "medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge"];

/** Those of which there is a smaller size, in it; else burstable ones of the same size. */
function smaller(names: readonly string[]): readonly string[] | undefined {
  const sizedDown = names.flatMap((name) => {
    const [family, size = ""] = name.split(".");
    const next = `${family}.${SIZES[SIZES.indexOf(size) - 1]}`;
    return instanceType(next) === undefined ? [] : [next];
  });
  if (sizedDown.length > 0) return unique(sizedDown);
  const burstable = unique(names.flatMap((name) => alike(name, /^t3a?$/)));
  return burstable.length === 0 || names.every((name) => name.startsWith("t")) ? undefined : burstable;
}

/** Every one of Graviton that has as many vCPUs and as much memory; `undefined`: they have it already. */
function arm(names: readonly string[]): readonly string[] | undefined {
  if (names.some((name) => instanceType(name)?.architecture === "arm64")) return undefined;
  const types = unique(names.flatMap((name) => alike(name, name.startsWith("t") ? /^t4g$/ : /^[mcr][678]g$/)));
  return types.length === 0 ? undefined : types;
}

/** Types of such families, as large as one. */
function alike(name: string, family: RegExp): readonly string[] {
  const type = instanceType(name);
  return instanceTypeNames().filter((other) => {
    const candidate = instanceType(other);
    return (
      family.test(other.split(".")[0] ?? "") &&
      candidate?.vcpus === type?.vcpus &&
      candidate?.memoryMiB === type?.memoryMiB
    );
  });
}

const unique = (names: readonly string[]) => [...new Set(names)];
