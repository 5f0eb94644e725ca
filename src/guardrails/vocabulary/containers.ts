import { type ContainerFact, containers } from "../../plan/facts/containers";
import type { Plan, Resource } from "../../plan/plan";
import { entry, isRecord, listOf, type MaybeValue, Unknown, type Value, type ValueRecord } from "../../plan/value";
import type { Expectation } from "../expectation";
import { judgeValue, undecided } from "../judge";
import type { Judgement } from "../rule";

/** Judges each container whose definition is known; `what` names it in words (`"container web"`). */
export function judgeContainers(
  plan: Plan,
  by: (definition: ValueRecord, fact: ContainerFact, what: string) => Judgement | readonly Judgement[],
): readonly Judgement[] {
  return containers(plan).flatMap((fact) => {
    const { definition, taskDefinition } = fact;
    if (definition instanceof Unknown)
      return [undecided(taskDefinition.address, "its containers are known only at apply")];
    return by(definition, fact, `container ${String(entry(definition, "name") ?? fact.index)}`);
  });
}

/** Judges an attribute of each container, by its path in ECS's own words. */
export function judgeContainerAttribute(
  plan: Plan,
  path: string,
  expectation: Expectation,
  isJudged: (fact: ContainerFact) => boolean = () => true,
): readonly Judgement[] {
  return judgeContainers(plan, (definition, fact, what) =>
    isJudged(fact)
      ? judgeValue(fact.taskDefinition.address, `${path} of ${what}`, valueAt(definition, path), expectation)
      : [],
  );
}

/** What is at a path of a container's definition; JSON's null is not set. */
export function valueAt(definition: ValueRecord, path: string): MaybeValue {
  let value: Value = definition;
  for (const key of path.split(".")) {
    if (value instanceof Unknown) return value;
    const next: MaybeValue = isRecord(value) ? entry(value, key) : undefined;
    if (next === undefined || next === null) return undefined;
    value = next;
  }
  return value;
}

/** The records of a list in a container's definition, such as its `secrets`. */
export function recordsAt(definition: ValueRecord, path: string): readonly ValueRecord[] {
  return listOf(valueAt(definition, path)).filter(isRecord);
}

/** The known containers of a task definition. */
export function definitionsOf(plan: Plan, taskDefinition: Resource | undefined): readonly ValueRecord[] {
  return containers(plan)
    .filter((fact) => fact.taskDefinition.address === taskDefinition?.address)
    .flatMap(({ definition }) => (definition instanceof Unknown ? [] : [definition]));
}

/** Windows knows neither users by number nor capabilities nor a read-only root. */
export function isOnLinux({ taskDefinition }: ContainerFact): boolean {
  return !String(taskDefinition.get("runtime_platform.operating_system_family")).startsWith("WINDOWS");
}

/** A container whose end is the task's. */
export function isEssential({ definition }: ContainerFact): boolean {
  return definition instanceof Unknown || String(entry(definition, "essential") ?? true) === "true";
}

/** A container whose logs go to CloudWatch. */
export function sendsToCloudWatch({ definition }: ContainerFact): boolean {
  return definition instanceof Unknown || valueAt(definition, "logConfiguration.logDriver") === "awslogs";
}

/** Secrets of a container: as environment variables, and in the options of its log driver. */
export function secretsOf(definition: ValueRecord): readonly ValueRecord[] {
  return [...recordsAt(definition, "secrets"), ...recordsAt(definition, "logConfiguration.secretOptions")];
}
