import type { TargetInput } from "../../cloudwatch/target-input";
import type { Policy } from "../../iam/evaluate";
import { stateMachines } from "../../plan/facts/state-machines";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { isObject, type JsonObject } from "../../states-language/json";
import { readMachine } from "../../states-language/machine";
import { NotInterpreted } from "../../states-language/states-error";
import { eventRulesOf } from "./event-rules";
import { grantsOf } from "./grants";
import { names } from "./names";
import { targetInputOf } from "./target-input";

/** A rule of EventBridge that starts a machine. */
export interface Trigger {
  /** Address of the rule. */
  readonly rule: string;
  readonly input: TargetInput;
}

/** A state machine of the plan: code that nobody hosts. */
export interface Automation {
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  /** As AWS gets it, stand-ins in place of what is known only at apply; `undefined`: nothing is known of it. */
  readonly definition: JsonObject | undefined;
  /** Why it can't be executed here; `undefined`: it can. */
  readonly unread: string | undefined;
  /** What its role may do. */
  readonly grants: readonly Policy[];
  readonly triggers: readonly Trigger[];
}

/** The state machines that are executed as they are defined. */
export const automationsOf = oncePerPlan((plan): readonly Automation[] =>
  stateMachines(plan).map(({ machine, definition }) => {
    const { arn, name, resolve } = names(plan);
    const resolved = definition && resolve(definition);
    return {
      ...{ address: machine.address, name: name(machine), arn: arn(machine) },
      definition: isObject(resolved) ? resolved : undefined,
      unread: unreadBecause(resolved),
      grants: grantsOf(plan, machine.get("role_arn")),
      triggers: triggersOf(plan, machine),
    };
  }),
);

/** Whether it is executed here, and publishes a metric: `cloudwatch:putMetricData` with its name. */
export function publishesMetric(
  automation: Automation,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): boolean {
  const known = published.get(automation) ?? metricsIn(automation);
  published.set(automation, known);
  return known.namespaces.has(namespace) && known.names.has(name);
}

/** Names in its definition's calls that publish metrics. */
interface Published {
  readonly namespaces: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Each alarm of each run asks for it. */
const published = new WeakMap<Automation, Published>();

function metricsIn(automation: Automation): Published {
  const isPublisher = automation.unread === undefined && callsAction(automation, "cloudwatch:putMetricData");
  const text = isPublisher ? JSON.stringify(automation.definition) : "";
  const all = (key: string) =>
    new Set(
      [...text.matchAll(new RegExp(`"${key}":("[^"]*")`, "g"))].map(([, value]) => String(JSON.parse(value ?? ""))),
    );
  return { namespaces: all("Namespace"), names: all("MetricName") };
}

/** Whether somewhere in its definition it calls an action: `"autoscaling:updateAutoScalingGroup"`. */
export function callsAction({ definition }: Automation, action: string): boolean {
  return JSON.stringify(definition ?? null).includes(`:${action}"`);
}

function unreadBecause(definition: ReturnType<ReturnType<typeof names>["resolve"]> | undefined): string | undefined {
  if (definition === undefined) return "its definition is known only at apply";
  try {
    readMachine(definition);
    return undefined;
  } catch (error) {
    if (error instanceof NotInterpreted) return error.message;
    throw error;
  }
}

function triggersOf(plan: Plan, machine: Resource): readonly Trigger[] {
  return eventRulesOf(plan).flatMap(({ address, targets }) =>
    targets
      .filter((target) => plan.referenced(target.get("arn"), "aws_sfn_state_machine").includes(machine))
      .map((target) => ({ rule: address, input: targetInputOf(plan, target) })),
  );
}
