import type { TerraformDocument } from "./terraform-json";

/** The stacks of an environment as synthesized, a fresh copy: `production-state` and `production-platform`. */
export function synthesized(environment: string): ReadonlyMap<string, TerraformDocument> {
  // Hand-made until production synthesizes.
  return new Map([
    [
      `${environment}-platform`,
      structuredClone({
        resource: {
          aws_vpc: { network: { cidr_block: "10.20.0.0/16" } },
          aws_flow_log: { network: { vpc_id: "${aws_vpc.network.id}", traffic_type: "ALL" } },
          aws_lb: {
            load_balancer: { drop_invalid_header_fields: true, lifecycle: { prevent_destroy: true } },
          },
          aws_ecs_cluster: { cluster: { name: "production", lifecycle: { prevent_destroy: true } } },
          aws_ecs_capacity_provider: {
            capacity: { auto_scaling_group_provider: { managed_termination_protection: "ENABLED" } },
          },
        },
      }),
    ],
  ]);
}
