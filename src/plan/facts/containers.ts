import { decodeJson } from "../expression/json";
import { oncePerPlan } from "../once";
import type { Resource } from "../plan";
import { isList, isRecord, referencesOf, Unknown, type ValueRecord } from "../value";

/** A container of a task definition. */
export interface ContainerFact {
  readonly taskDefinition: Resource;
  /** Its place in `container_definitions`. */
  readonly index: number;
  /** In ECS's own words (`readonlyRootFilesystem`); `Unknown`: it is known only at apply which containers there are. */
  readonly definition: ValueRecord | Unknown;
}

/** Every container of every `aws_ecs_task_definition`. */
export const containers = oncePerPlan((plan): readonly ContainerFact[] => {
  return plan.resources("aws_ecs_task_definition").flatMap((taskDefinition) => {
    const text = taskDefinition.get("container_definitions") ?? null;
    const definitions = decodeJson(text);
    if (!isList(definitions)) return [{ taskDefinition, index: 0, definition: new Unknown(referencesOf(text)) }];
    return definitions.map((definition, index) => ({
      taskDefinition,
      index,
      definition: isRecord(definition) ? definition : new Unknown(referencesOf(definition)),
    }));
  });
});
