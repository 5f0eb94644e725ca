import { oncePerPlan } from "../once";
import type { Block, Plan, Resource } from "../plan";
import { Unknown } from "../value";
import { belonging } from "./belonging";
import { numberOf, textOf } from "./texts";

/** An Auto Scaling group and what it launches. */
export interface CapacityGroup {
  /** The `aws_autoscaling_group`. */
  readonly group: Resource;
  /** `undefined`: it has none, or one that isn't in the plan. */
  readonly launchTemplate: Resource | undefined;
  /** Instance types that it may launch: those of the overrides, else the launch template's. */
  readonly instanceTypes: readonly (string | Unknown)[];
  /** `override` blocks of its mixed instances policy. */
  readonly overrides: readonly Block[];
  /** On-Demand instances that come first. */
  readonly onDemandBase: number | Unknown;
  /** Share of On-Demand above the base, 0–100. */
  readonly onDemandPercentageAboveBase: number | Unknown;
  /** The `aws_ecs_capacity_provider`s that are backed by it. */
  readonly capacityProviders: readonly Resource[];
}

/** Every Auto Scaling group of the plan. */
export const capacityGroups = oncePerPlan((plan): readonly CapacityGroup[] => {
  const providers = belonging(
    plan,
    plan.resources("aws_ecs_capacity_provider"),
    "auto_scaling_group_provider.auto_scaling_group_arn",
    "aws_autoscaling_group",
  );
  return plan.resources("aws_autoscaling_group").map((group) => {
    const launchTemplate = launchTemplateOf(plan, group);
    const overrides = group.blocks(`${POLICY}.launch_template.override`);
    const types = overrides.flatMap((override) => textOf(override.get("instance_type")) ?? []);
    const own = textOf(launchTemplate?.get("instance_type"));
    return {
      group,
      launchTemplate,
      instanceTypes: types.length > 0 || own === undefined ? types : [own],
      overrides,
      ...purchase(group, launchTemplate),
      capacityProviders: providers.get(group.address) ?? [],
    };
  });
});

/**
 * The ECS agent's settings in a launch template's user data: every `KEY=VALUE` of it that names an `ECS_` variable, the
 * last one where a key is set twice. `undefined`: it has no user data.
 */
export function agentSettings(launchTemplate: Resource): ReadonlyMap<string, string> | Unknown | undefined {
  const encoded = launchTemplate.get("user_data");
  if (encoded === undefined || encoded instanceof Unknown) return encoded;
  const lines = Buffer.from(String(encoded), "base64").toString().split("\n").flatMap(written);
  return new Map(
    lines.flatMap((line) => {
      const [, key, value = ""] = SETTING.exec(line) ?? [];
      return key === undefined ? [] : [[key, unquoted(value.trim())] as const];
    }),
  );
}

const POLICY = "mixed_instances_policy";
const SETTING = /^\s*(ECS_\w+)=(.*)$/;
/** `echo ECS_CLUSTER=production >> /etc/ecs/ecs.config`, in a script or a cloud-config. */
const ECHO = /^[\s-]*echo\s+(?:-\w+\s+)?(.*?)\s*(?:[>|].*)?$/;

/** The lines that a line of a script writes: those of an echo, or, in a file or heredoc, itself. */
function written(line: string): readonly string[] {
  const echoed = ECHO.exec(line)?.[1];
  return echoed === undefined ? [line] : unquoted(echoed).split("\\n");
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}

function launchTemplateOf(plan: Plan, group: Resource): Resource | undefined {
  const specification = `${POLICY}.launch_template.launch_template_specification`;
  const paths = ["launch_template.id", "launch_template.name"].concat(
    ["launch_template_id", "launch_template_name"].map((attribute) => `${specification}.${attribute}`),
  );
  return paths.flatMap((path) => plan.referenced(group.get(path), "aws_launch_template"))[0];
}

/** How many of its instances are On-Demand: all of them, unless a policy or the launch template says otherwise. */
function purchase(
  group: Resource,
  launchTemplate: Resource | undefined,
): Pick<CapacityGroup, "onDemandBase" | "onDemandPercentageAboveBase"> {
  const distribution = `${POLICY}.instances_distribution`;
  const spotOnly =
    group.get(POLICY) === undefined && launchTemplate?.get("instance_market_options.market_type") === "spot";
  return {
    onDemandBase: numberOf(group.get(`${distribution}.on_demand_base_capacity`)) ?? 0,
    onDemandPercentageAboveBase:
      numberOf(group.get(`${distribution}.on_demand_percentage_above_base_capacity`)) ?? (spotOnly ? 0 : 100),
  };
}
