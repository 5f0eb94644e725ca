import type { Plan, Resource } from "../plan/plan";

/** Who changes an attribute while the platform runs: found in the plan, by what refers to the resource. */
interface Controller {
  /** Of the resource that is changed. */
  readonly type: string;
  readonly attribute: RegExp;
  /** Type of what has it changed. */
  readonly by: string;
  readonly name: string;
  /** Text in it that tells it from others of its type. @default - none is needed */
  readonly text?: string;
}

const CONTROLLERS: readonly Controller[] = [
  {
    type: "aws_autoscaling_group",
    attribute: /^desired_capacity$/,
    by: "aws_ecs_capacity_provider",
    name: "managed scaling",
  },
  {
    type: "aws_autoscaling_group",
    attribute: /on_demand_percentage_above_base_capacity$/,
    by: "aws_sfn_state_machine",
    name: "the Spot fallback",
    text: "autoscaling:updateAutoScalingGroup",
  },
  {
    type: "aws_ecs_service",
    attribute: /^desired_count$/,
    by: "aws_appautoscaling_target",
    name: "service auto scaling",
  },
  {
    type: "aws_appautoscaling_target",
    attribute: /^(min|max)_capacity$/,
    by: "aws_appautoscaling_scheduled_action",
    name: "scheduled scaling",
  },
];

/** Who owns an attribute: `"managed scaling (aws_ecs_capacity_provider.capacity)"`; `undefined`: nobody in the plan. */
export function ownerOf(plan: Plan, address: string, path: string): string | undefined {
  const resource = plan.resource(address);
  if (resource === undefined) return undefined;
  const controller = CONTROLLERS.find(({ type, attribute }) => type === resource.type && attribute.test(path));
  if (controller === undefined) return undefined;
  const { by, name, text = "" } = controller;
  const owner = plan
    .resources(by)
    .find((each) => refersTo(each, resource) && JSON.stringify(each.values).includes(text));
  return owner === undefined ? undefined : `${name} (${owner.address})`;
}

function refersTo({ dependencies }: Resource, { address }: Resource): boolean {
  return dependencies.includes(address) || dependencies.includes(address.replace(/\[[^\]]*\]$/, ""));
}
