import type { Statement } from "../../../plan/facts/policies";
import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { boundaries } from "../../vocabulary/boundaries";
import { statementsFor } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";
import { coversArn, isAbout } from "../../vocabulary/statements";

/** What the roles of a service do, whatever else they do; where one is enough, any of them. */
const WORK: { readonly [service: string]: readonly (readonly string[])[] } = {
  "ec2.amazonaws.com": [
    ["ecs:DiscoverPollEndpoint"],
    ["ecs:Poll"],
    ["ecs:RegisterContainerInstance"],
    ["ecs:StartTelemetrySession"],
    ["ecs:SubmitContainerStateChange"],
    ["ecs:SubmitTaskStateChange"],
    ["ecs:UpdateContainerInstancesState"],
    ["ssm:UpdateInstanceInformation"],
  ],
  "ecs-tasks.amazonaws.com": [
    ["logs:CreateLogStream"],
    ["logs:PutLogEvents"],
    ["secretsmanager:GetSecretValue", "ssm:GetParameters"],
    ["kms:Decrypt"],
  ],
  "states.amazonaws.com": [["logs:CreateLogDelivery"], ["logs:PutResourcePolicy"], ["logs:UpdateLogDelivery"]],
  "vpc-flow-logs.amazonaws.com": [["logs:CreateLogStream"], ["logs:PutLogEvents"], ["logs:DescribeLogGroups"]],
};
/** The first of them is of no use without the second. */
const TOGETHER: readonly (readonly [left: string, needed: string])[] = [
  ["ecr:BatchGetImage", "ecr:GetAuthorizationToken"],
  ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
  ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"],
  // A topic or queue is encrypted in the sender's name.
  ["sns:Publish", "kms:GenerateDataKey"],
  ["ecs:ListContainerInstances", "ecs:DescribeContainerInstances"],
  ["ecs:ListTasks", "ecs:DescribeTasks"],
];

/** Of pipelines that make clusters of ECS. */
export const boundaryLeavesWork: Check = (plan) =>
  boundaries(plan).flatMap(({ fact, pipeline, services }) => {
    const own = fact.statements instanceof Unknown ? [] : fact.statements.filter(({ effect }) => effect === "Allow");
    const leaves = (action: string) => own.some((statement) => isAbout(statement, action));
    if (!statementsFor(plan, pipeline).some((one) => one.effect === "Allow" && isAbout(one, "ecs:CreateCluster")))
      return [];
    const lacks = [
      ...services.flatMap((service) =>
        (WORK[service] ?? [])
          .filter((choice) => !choice.some(leaves))
          .map((choice) => `${choice.join(" or ")} to roles of ${service}`),
      ),
      ...TOGETHER.filter(([left, needed]) => leaves(left) && !leaves(needed)).map(
        ([left, needed]) => `${needed} beside ${left}`,
      ),
      ...(services.includes("events.amazonaws.com") ? unstarted(plan, pipeline, own) : []),
    ];
    return [judge(fact.resource.address, lacks.length === 0, `it doesn't leave ${lacks.join("; ")}`)];
  });

/** The state machines that the pipeline may make, and no rule may start. */
function unstarted(plan: Plan, pipeline: Resource, own: readonly Statement[]): readonly string[] {
  const started = own
    .filter((statement) => isAbout(statement, "states:StartExecution"))
    .flatMap(({ resources }) => resources.map(textOf));
  return statementsFor(plan, pipeline)
    .filter((statement) => statement.effect === "Allow" && isAbout(statement, "states:CreateStateMachine"))
    .flatMap(({ resources }) => resources.map(textOf))
    .filter((machine) => !started.some((one) => coversArn(one, machine)))
    .map((machine) => `states:StartExecution on ${machine}`);
}
