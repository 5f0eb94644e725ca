import type { Plan, Resource } from "../plan";
import type { Unknown, Value } from "../value";

/** A container of a task definition. */
export interface ContainerFact {
  readonly taskDefinition: Resource;
  /** Its place in `container_definitions`. */
  readonly index: number;
  /** In ECS's own words (`readonlyRootFilesystem`); `Unknown`: it is known only at apply which containers there are. */
  readonly definition: { readonly [key: string]: Value } | Unknown;
}

/** Every container of every `aws_ecs_task_definition`. */
export function containers(plan: Plan): readonly ContainerFact[] {
  return [];
}
