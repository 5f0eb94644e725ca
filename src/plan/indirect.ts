import { indexOf, parseAddress } from "./address";
import type { Resource } from "./plan";
import { Unknown } from "./value";

/**
 * What stands for the values of a `dynamic` block, which a plan's JSON leaves out like those of local values.
 * @param key that of the instance that has the block
 */
export function dynamicBlock(module: string, argument: string, key: string | number | undefined): Unknown {
  const index = typeof key === "string" ? indexOf(key) : "";
  return new Unknown([{ address: `${module}dynamic.${argument}${index}`, attribute: "" }]);
}

/**
 * Blocks that the provider never fills in by itself: unknown as a whole, and said by no expression, they are `dynamic`.
 * As planned by AWS provider 5.100 for resources that leave them out.
 */
const NEVER_COMPUTED: { readonly [type: string]: readonly string[] } = {
  aws_autoscaling_group: ["instance_maintenance_policy", "instance_refresh", "tag", "warm_pool"],
  aws_ecs_capacity_provider: ["auto_scaling_group_provider"],
  aws_ecs_cluster: ["configuration", "service_connect_defaults"],
  aws_ecs_cluster_capacity_providers: ["default_capacity_provider_strategy"],
  aws_ecs_service: [
    "alarms",
    "capacity_provider_strategy",
    "deployment_circuit_breaker",
    "load_balancer",
    "network_configuration",
    "ordered_placement_strategy",
    "placement_constraints",
    "service_registries",
  ],
  aws_ecs_task_definition: ["ephemeral_storage", "placement_constraints", "runtime_platform", "volume"],
  aws_launch_template: [
    "block_device_mappings",
    "credit_specification",
    "iam_instance_profile",
    "instance_market_options",
    "instance_requirements",
    "monitoring",
    "network_interfaces",
    "placement",
    "tag_specifications",
  ],
  aws_lb: ["access_logs", "connection_logs"],
  aws_lb_listener: ["default_action"],
};

/** Whether an argument that is unknown as a whole, and that no expression says, is a `dynamic` block. */
export function isDynamicBlock(type: string, argument: string): boolean {
  return NEVER_COMPUTED[type]?.includes(argument) ?? false;
}

/** Whether an address is that of a local value or a dynamic block: something of its module, the plan doesn't say what. */
export function isIndirect(address: string): boolean {
  return /^(local|dynamic)\./.test(parseAddress(address).resource);
}

/**
 * The resources that something of a module comes from, of all of a type that it could: it does if they are of one block.
 * A local value that is known only at apply, where a launch template is asked for, is the module's one launch template.
 */
export function theOnly(candidates: Iterable<Resource>, address: string): readonly Resource[] {
  const all = [...new Set(candidates)];
  const blocks = new Set(all.map((candidate) => blockOf(candidate.address)));
  if (blocks.size !== 1) return [];
  const { index } = parseAddress(address);
  const sameKey = index === "" ? [] : all.filter((candidate) => parseAddress(candidate.address).index === index);
  return sameKey.length > 0 ? sameKey : all;
}

function blockOf(address: string): string {
  const { module, resource } = parseAddress(address);
  return module + resource;
}
