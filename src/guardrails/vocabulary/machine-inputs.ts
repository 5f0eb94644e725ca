import { decodeJson } from "../../plan/expression/json";
import type { Plan, Resource } from "../../plan/plan";
import { isRecord } from "../../plan/value";
import { ANYTHING, both, literal, recordOf, type Shape } from "./data-shapes";

/** What EventBridge hands on, where a target says nothing else. */
const EVENT = recordOf(
  ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"].map((name) => [
    name,
    ANYTHING,
  ]),
);

/** What is known of the input of a state machine that rules of the plan start; others may start it with anything. */
export function inputOf(plan: Plan, machine: Resource): Shape {
  const inputs = plan
    .resources("aws_cloudwatch_event_target")
    .filter((target) => plan.referenced(target.get("arn"), "aws_sfn_state_machine").includes(machine))
    .map(givenBy);
  return inputs.length === 0 ? ANYTHING : inputs.reduce(both);
}

function givenBy(target: Resource): Shape {
  if (target.get("input_path") !== undefined || target.blocks("input_transformer").length > 0) return ANYTHING;
  const input = target.get("input");
  if (input === undefined) return EVENT;
  const given = decodeJson(input);
  return isRecord(given) ? literal(given) : ANYTHING;
}
