import { z } from "zod";

const planSchema = z.object({
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        mode: z.string().default("managed"),
        change: z.object({ actions: z.array(z.string()) }),
      }),
    )
    .default([]),
});

/** What a plan of a release would do. */
export interface PlannedRelease {
  /** Addresses of the service's own two resources that it changes; none: the tag is what is deployed. */
  readonly own: readonly string[];
  /** What it would change besides, as `address: action`. A release has none. */
  readonly others: readonly string[];
}

/**
 * Reads the output of `terraform show -json` of a release's plan.
 * @param id of the service's resources: its name, hyphens as underscores
 */
export function plannedRelease(document: unknown, id: string): PlannedRelease {
  const changes = planSchema
    .parse(document)
    .resource_changes.filter(
      ({ mode, change }) => mode === "managed" && change.actions.some((action) => !["no-op", "read"].includes(action)),
    );
  const isOwn = ({ address, change }: (typeof changes)[number]) =>
    (address === `aws_ecs_task_definition.${id}` && change.actions.includes("create")) ||
    (address === `aws_ecs_service.${id}` && change.actions.join() === "update");
  return {
    own: changes.filter(isOwn).map(({ address }) => address),
    others: changes
      .filter((change) => !isOwn(change))
      .map(({ address, change }) => `${address}: ${change.actions.join(" and ")}`),
  };
}
