import { stateMachines } from "../../../plan/facts/state-machines";
import { judge, openIf, undecided } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";

/** The prefix in IAM, where a service's name in Step Functions is another. */
const PREFIXES: { readonly [service: string]: string } = {
  cloudwatchlogs: "logs",
  elasticloadbalancingv2: "elasticloadbalancing",
  eventbridge: "events",
  sfn: "states",
};

/** Calls whose action is named otherwise. */
const ACTIONS: { readonly [call: string]: string } = {
  "ecs:runTask": "ecs:RunTask",
  "lambda:invoke": "lambda:InvokeFunction",
  "s3:headObject": "s3:GetObject",
  "s3:listObjectsV2": "s3:ListBucket",
};

/** `"arn:aws:states:::aws-sdk:ecs:listTasks"`, `"arn:aws:states:::sns:publish.sync"`. */
const CALL = /^arn:[^:]*:states:::(?:aws-sdk:)?(\w+):(\w+)/;

export const machinesMayCall: Check = (plan) =>
  stateMachines(plan).map(({ machine, definition, states }) => {
    if (definition === undefined) return undecided(machine.address, "its definition is known only at apply");
    const [role] = plan.referenced(machine.get("role_arn"), "aws_iam_role");
    if (role === undefined) return undecided(machine.address, "its role isn't in the plan");
    const calls = [...new Set(states.flatMap(({ state }) => actionOf(String(state.Resource))))];
    const refused = calls.filter((action) => !allows(plan, role, action));
    return openIf(
      hasUnknownGrants(plan, role),
      judge(machine.address, refused.length === 0, `${role.address} isn't allowed ${refused.join(", ")}`),
      "; what else it may isn't in the plan",
    );
  });

function actionOf(resource: string): readonly string[] {
  const [, service = "", name = ""] = CALL.exec(resource) ?? [];
  if (name === "") return [];
  return [ACTIONS[`${service}:${name}`] ?? `${PREFIXES[service] ?? service}:${name[0]?.toUpperCase()}${name.slice(1)}`];
}
