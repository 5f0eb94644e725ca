import { containers } from "../../../plan/facts/containers";
import type { Plan } from "../../../plan/plan";
import { type MaybeValue, Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, valueAt } from "../../vocabulary/containers";

/** Attributes of other resources that send logs to a group. */
const SENDERS: { readonly [type: string]: string } = {
  aws_flow_log: "log_destination",
  aws_ecs_cluster: "configuration.execute_command_configuration.log_configuration.cloud_watch_log_group_name",
};

export const ownLogGroup: Check = (plan) => {
  const senders = sendersByGroup(plan);
  return judgeContainers(plan, (definition, { taskDefinition: { address } }, what) => {
    const group = groupOf(plan, valueAt(definition, GROUP));
    if (group === undefined) return [];
    const others = [...(senders.get(group) ?? [])].filter((sender) => sender !== address);
    return judge(address, others.length === 0, `${what} shares its log group with ${others.join(", ")}`);
  });
};

const GROUP = "logConfiguration.options.awslogs-group";

function sendersByGroup(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const ofTasks = containers(plan).map(({ taskDefinition, definition }) => ({
    sender: taskDefinition.address,
    group: definition instanceof Unknown ? definition : valueAt(definition, GROUP),
  }));
  const ofOthers = Object.entries(SENDERS).flatMap(([type, path]) =>
    plan.resources(type).map((resource) => ({ sender: resource.address, group: resource.get(path) })),
  );
  const senders = new Map<string, Set<string>>();
  for (const { sender, group } of [...ofTasks, ...ofOthers]) {
    const key = groupOf(plan, group);
    if (key !== undefined) senders.set(key, new Set(senders.get(key)).add(sender));
  }
  return senders;
}

/** The group's address, or its name where the plan doesn't hold it. */
function groupOf(plan: Plan, value: MaybeValue): string | undefined {
  const [group] = plan.referenced(value, "aws_cloudwatch_log_group");
  return group?.address ?? (typeof value === "string" ? value : undefined);
}
