import { arrayContains, format, jsonToString } from "../intrinsic-functions";
import { type Definition, definition } from "../states-language";
import { call } from "./call";
import { minus, secondOfHour, timeParts } from "./clock";
import { type GroupProps, type GuardedGroup, guardGroup, OUTCOMES } from "./group";

export interface DrainGuardDefinitionProps extends GroupProps {
  /** Name of the environment, for people. */
  readonly environmentName: string;
  readonly topicArn: string;
  readonly groups: readonly GuardedGroup[];
}

/** What happens at a Spot interruption warning: whose instance is it, guard each target group, say what came of it. */
export function drainGuardDefinition(props: DrainGuardDefinitionProps): Definition {
  const { clusterArn, environmentName, topicArn, groups } = props;
  const find = {
    Cluster: clusterArn,
    "Filter.$": format("ec2InstanceId == {}", "$.instanceId"),
  } as const;
  return definition({
    Comment: "Takes the tasks of an instance that Spot takes back out of the load balancer in time.",
    // A warning is over after two minutes; tries and the message need some more.
    TimeoutSeconds: 300,
    StartAt: "Read the warning",
    States: {
      "Read the warning": {
        Type: "Pass",
        Parameters: {
          "instanceId.$": "$.detail['instance-id']",
          "warnedAt.$": "$.time",
          "parts.$": timeParts("$.time"),
          groups,
        },
        Next: "When was it?",
      },
      "When was it?": {
        Type: "Pass",
        Parameters: { "minusSeconds.$": minus(secondOfHour("$.parts")) },
        ResultPath: "$.warned",
        Next: "Find the instance in the cluster",
      },
      // Warnings are the whole account's.
      "Find the instance in the cluster": {
        ...call("ecs", "listContainerInstances", find),
        ResultPath: "$.page",
        Next: "Is it there?",
      },
      "Look on the next page": {
        ...call("ecs", "listContainerInstances", { ...find, "NextToken.$": "$.page.NextToken" }),
        ResultPath: "$.page",
        Next: "Is it there?",
      },
      "Is it there?": {
        Type: "Choice",
        Choices: [
          { Variable: "$.page.ContainerInstanceArns[0]", IsPresent: true, Next: "Guard each target group" },
          { Variable: "$.page.NextToken", IsPresent: true, Next: "Look on the next page" },
        ],
        Default: "Another cluster's, or gone",
      },
      "Another cluster's, or gone": { Type: "Succeed" },

      "Guard each target group": {
        Type: "Map",
        ItemsPath: "$.groups",
        ItemSelector: {
          "group.$": "$$.Map.Item.Value",
          "instanceId.$": "$.instanceId",
          "containerInstanceArn.$": "$.page.ContainerInstanceArns[0]",
          "minusWarned.$": "$.warned.minusSeconds",
          taken: 0,
          outcome: OUTCOMES.nothing,
        },
        ItemProcessor: oneGroup(props),
        ResultPath: "$.outcomes",
        Next: "What is there to say?",
      },

      "What is there to say?": {
        Type: "Pass",
        Parameters: {
          "taken.$": arrayContains("$.outcomes[*].outcome", OUTCOMES.taken),
          "left.$": arrayContains("$.outcomes[*].outcome", OUTCOMES.left),
          "unknown.$": arrayContains("$.outcomes[*].outcome", OUTCOMES.unknown),
          "failed.$": arrayContains("$.outcomes[*].outcome", OUTCOMES.failed),
        },
        ResultPath: "$.said",
        Next: "Is it worth a message?",
      },
      "Is it worth a message?": {
        Type: "Choice",
        Choices: [
          {
            Or: [
              { Variable: "$.said.taken", BooleanEquals: true },
              { Variable: "$.said.left", BooleanEquals: true },
              { Variable: "$.said.unknown", BooleanEquals: true },
              { Variable: "$.said.failed", BooleanEquals: true },
            ],
            Next: "Say it",
          },
        ],
        Default: "Nothing was there to do",
      },
      "Say it": {
        ...call("sns", "publish", {
          TopicArn: topicArn,
          "Subject.$": format(`${environmentName}: Spot takes {} back`, "$.instanceId"),
          "Message.$": format(
            "Spot takes the instance {} back, two minutes after {}. The drain guard, by service: {}",
            "$.instanceId",
            "$.warnedAt",
            jsonToString("$.outcomes"),
          ),
        }),
        ResultPath: null,
        Next: "Did all go well?",
      },
      "Did all go well?": {
        Type: "Choice",
        Choices: [{ Variable: "$.said.failed", BooleanEquals: true, Next: "It failed" }],
        Default: "It did",
      },
      "Nothing was there to do": { Type: "Succeed" },
      "It did": { Type: "Succeed" },
      "It failed": {
        Type: "Fail",
        Error: "DrainGuardFailed",
        Cause: "A target group could not be guarded; the output of its iteration says why.",
      },
    },
  });
}

/** One group that can't be guarded is its own affair: the others are guarded all the same, and it is said. */
function oneGroup(props: GroupProps): Definition {
  return definition({
    StartAt: "Guard it",
    States: {
      "Guard it": {
        Type: "Parallel",
        Branches: [guardGroup(props)],
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "It couldn't be guarded" }],
        OutputPath: "$[0]",
        End: true,
      },
      "It couldn't be guarded": {
        Type: "Pass",
        Parameters: {
          "service.$": "$.group.service",
          outcome: OUTCOMES.failed,
          targets: 0,
          "error.$": "$.error.Error",
          "cause.$": "$.error.Cause",
        },
        End: true,
      },
    },
  });
}
