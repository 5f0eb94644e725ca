import { arrayLength, format, mathAdd } from "./intrinsic-functions";
import {
  type Catcher,
  type Definition,
  definition,
  type Intrinsic,
  type Path,
  type Retrier,
  sdkCall,
  type TaskState,
} from "./states-language";

export interface SpotFallbackDefinitionProps {
  /** Name of the Auto Scaling group, which may be a reference. */
  readonly groupName: string;
  /** What messages call the group. */
  readonly title: string;
  readonly topicArn: string;
  /** Share of On-Demand above the base while Spot has instances, in percent; where it comes back to. */
  readonly floorPercent: number;
  /** Highest share. */
  readonly boundPercent: number;
  readonly stepPercent: number;
  readonly checkMinutes: number;
  readonly holdMinutes: number;
}

/**
 * Looks at which an execution gives up: 25,000 events of history are AWS's limit, and a look makes some 30. At five minutes
 * from look to look, that is 41 hours.
 */
const MOST_LOOKS = 500;

/**
 * The state machine that moves one group's share of On-Demand. It decides by the group alone, never by the event that woke
 * it: desired instances that are neither there nor on their way are missing; missing at two looks in a row, they raise the
 * share by a step; as many looks without a missing instance or a failed launch as `holdMinutes` has lower it by one. At the
 * floor, with nothing missing, there is nothing to do, and it ends.
 *
 * Two events at once: of the executions that run, only the oldest goes on past its first look, and what it writes is a
 * share, not a difference, taken from a look a second before. Should two be the oldest for a moment, they write the same.
 */
export function spotFallbackDefinition(props: SpotFallbackDefinitionProps): Definition {
  const { groupName, title, topicArn, floorPercent, boundPercent, stepPercent, checkMinutes, holdMinutes } = props;
  const looksToHold = Math.ceil(holdMinutes / checkMinutes);
  const moves = (Next: "TellRise" | "NotQuiet") => ({ ...setShare(groupName, "$.target"), ResultPath: null, Next });
  const tells = (message: Intrinsic) => ({
    ...call("arn:aws:states:::sns:publish", { TopicArn: topicArn, Subject: "Spot fallback", "Message.$": message }),
    ResultPath: null,
  });

  return definition({
    Comment: "Raises the share of On-Demand while Spot has no instances, and lowers it once it has",
    StartAt: "Begin",
    States: {
      Begin: {
        Type: "Pass",
        Parameters: {
          "input.$": "$",
          "arn.$": "$$.Execution.Id",
          signs: NO_SIGNS,
          looks: 0,
          isTold: false,
          "lookedAt.$": "$$.Execution.StartTime",
        },
        Next: "FindOldest",
      },

      FindOldest: {
        ...call(sdkCall("sfn", "listExecutions"), {
          "StateMachineArn.$": "$$.StateMachine.Id",
          StatusFilter: "RUNNING",
        }),
        // The newest come first.
        ResultSelector: { "oldest.$": "$.Executions[-1:].ExecutionArn" },
        ResultPath: "$.running",
        Next: "IsOldest",
      },
      IsOldest: {
        Type: "Choice",
        Choices: [
          // The list is eventually consistent. At the first look it may not have this execution yet, which then only looks.
          { Variable: "$.running.oldest[0]", IsPresent: false, Next: "Look" },
          { Variable: "$.running.oldest[0]", StringEqualsPath: "$.arn", Next: "Look" },
        ],
        Default: "LeftToAnother",
      },
      LeftToAnother: { Type: "Succeed", OutputPath: null },

      Look: {
        ...call(sdkCall("autoscaling", "describeAutoScalingGroups"), { AutoScalingGroupNames: [groupName] }),
        ResultSelector: {
          "share.$":
            "$.AutoScalingGroups[*].MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity",
          "desired.$": "$.AutoScalingGroups[*].DesiredCapacity",
          "inService.$": "$.AutoScalingGroups[*].Instances[?(@.LifecycleState == 'InService')].InstanceId",
          "pending.$": "$.AutoScalingGroups[*].Instances[?(@.LifecycleState == 'Pending')].InstanceId",
        },
        ResultPath: "$.group",
        Next: "IsThere",
      },
      IsThere: {
        Type: "Choice",
        Choices: [{ Variable: "$.group.share[0]", IsPresent: true, Next: "LookAtLaunches" }],
        Default: "NoGroup",
      },
      LookAtLaunches: {
        ...call(sdkCall("autoscaling", "describeScalingActivities"), {
          AutoScalingGroupName: groupName,
          MaxRecords: 20,
        }),
        // The newest come first.
        ResultSelector: { "failedAt.$": "$.Activities[?(@.StatusCode == 'Failed')].StartTime" },
        ResultPath: "$.launches",
        Next: "Weigh",
      },
      Weigh: {
        Type: "Pass",
        Parameters: {
          "input.$": "$.input",
          "arn.$": "$.arn",
          "signs.$": "$.signs",
          "isTold.$": "$.isTold",
          "looks.$": mathAdd("$.looks", 1),
          "lookedBefore.$": "$.lookedAt",
          "lookedAt.$": "$$.State.EnteredTime",
          "failedAt.$": "$.launches.failedAt",
          "desired.$": "$.group.desired[0]",
          "launched.$": mathAdd(arrayLength("$.group.inService"), arrayLength("$.group.pending")),
          "share.$": "$.group.share[0]",
          "stepUp.$": mathAdd("$.group.share[0]", stepPercent),
          "stepDown.$": mathAdd("$.group.share[0]", -stepPercent),
        },
        Next: "Judge",
      },
      Judge: {
        Type: "Choice",
        Choices: [
          { Variable: "$.looks", NumericGreaterThan: MOST_LOOKS, Next: "NoEnd" },
          { Variable: "$.launched", NumericLessThanPath: "$.desired", Next: "Missing" },
          // The environment asks for more than before.
          { Variable: "$.share", NumericLessThan: floorPercent, Next: "ToFloor" },
          { Variable: "$.share", NumericEquals: floorPercent, Next: "AtFloor" },
          {
            And: [
              { Variable: "$.failedAt[0]", IsPresent: true },
              { Variable: "$.failedAt[0]", TimestampGreaterThanPath: "$.lookedBefore" },
            ],
            Next: "NotQuiet",
          },
          { Not: { Variable: "$.signs.quiet", NumericGreaterThanEquals: looksToHold - 1 }, Next: "Quiet" },
          { Variable: "$.stepDown", NumericLessThanEquals: floorPercent, Next: "ToFloor" },
        ],
        Default: "StepDown",
      },

      Missing: {
        Type: "Choice",
        Choices: [
          { Variable: "$.signs.missing", NumericEquals: 0, Next: "FirstSign" },
          { Variable: "$.share", NumericGreaterThanEquals: boundPercent, Next: "AtBound" },
          { Variable: "$.stepUp", NumericGreaterThanEquals: boundPercent, Next: "ToBound" },
        ],
        Default: "StepUp",
      },
      FirstSign: { Type: "Pass", Result: { missing: 1, quiet: 0 }, ResultPath: "$.signs", Next: "Wait" },
      StepUp: { Type: "Pass", InputPath: "$.stepUp", ResultPath: "$.target", Next: "Rise" },
      ToBound: { Type: "Pass", Result: boundPercent, ResultPath: "$.target", Next: "Rise" },
      Rise: moves("TellRise"),
      TellRise: {
        ...tells(
          format(
            "{}: {} of {} instances are there, and no more come. On-Demand above the base goes from {} to {} percent.",
            title,
            "$.launched",
            "$.desired",
            "$.share",
            "$.target",
          ),
        ),
        Next: "Wait",
      },
      AtBound: {
        Type: "Choice",
        Choices: [{ Variable: "$.isTold", BooleanEquals: true, Next: "Wait" }],
        Default: "TellBound",
      },
      TellBound: {
        ...tells(
          format(
            "{}: {} of {} instances are there, with On-Demand above the base at {} percent. It goes no higher: On-Demand has no instances either, or the bound is too low.",
            title,
            "$.launched",
            "$.desired",
            "$.share",
          ),
        ),
        Next: "Told",
      },
      Told: { Type: "Pass", Result: true, ResultPath: "$.isTold", Next: "Wait" },

      StepDown: { Type: "Pass", InputPath: "$.stepDown", ResultPath: "$.target", Next: "Fall" },
      ToFloor: { Type: "Pass", Result: floorPercent, ResultPath: "$.target", Next: "Fall" },
      Fall: moves("NotQuiet"),
      NotQuiet: { Type: "Pass", Result: NO_SIGNS, ResultPath: "$.signs", Next: "Wait" },
      Quiet: {
        Type: "Pass",
        Parameters: { missing: 0, "quiet.$": mathAdd("$.signs.quiet", 1) },
        ResultPath: "$.signs",
        Next: "Wait",
      },
      Wait: { Type: "Wait", Seconds: checkMinutes * 60, Next: "FindOldest" },

      AtFloor: {
        Type: "Choice",
        Choices: [{ Variable: "$.input.rehearsal", IsPresent: true, Next: "Rehearse" }],
        Default: "Done",
      },
      // The share that is there already: that it may be set is known before the day on which it must be.
      Rehearse: { ...setShare(groupName, "$.share"), ResultPath: null, Next: "Done" },
      Done: { Type: "Succeed", OutputPath: null },

      NoGroup: givesUp("NoGroup", `there is no group ${title} with a mixed instances policy`),
      NoEnd: givesUp("NoEnd", `the share isn't back at ${floorPercent} percent after ${MOST_LOOKS} looks`),
      TellFailure: {
        ...tells(
          format(
            "{}: the Spot fallback gives up, and leaves On-Demand above the base as it is. {}: {}",
            title,
            "$.error.Error",
            "$.error.Cause",
          ),
        ),
        // The failed execution is an event of its own.
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: null, Next: "Failed" }],
        Next: "Failed",
      },
      // What was caught may be called States.…, a name that a state of ours may not fail with.
      Failed: {
        Type: "Fail",
        Error: "SpotFallback.GaveUp",
        CausePath: format("{}: {}", "$.error.Error", "$.error.Cause"),
      },
    },
  });
}

const NO_SIGNS = { missing: 0, quiet: 0 };

/** Throttled or failing for two minutes; by chance, so that 30 executions don't come back at once. */
const RETRIES: readonly Retrier[] = [
  {
    ErrorEquals: ["States.TaskFailed", "States.Timeout"],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: "FULL",
  },
];

const GIVE_UP: Catcher<"TellFailure"> = { ErrorEquals: ["States.ALL"], ResultPath: "$.error", Next: "TellFailure" };

/** A call of AWS: tried for minutes, then given up. */
function call(Resource: TaskState<string>["Resource"], Parameters: NonNullable<TaskState<string>["Parameters"]>) {
  return { Type: "Task", Resource, Parameters, TimeoutSeconds: 30, Retry: RETRIES, Catch: [GIVE_UP] } as const;
}

/**
 * Sets the share at that path, and nothing else: what an update leaves out stays as it is. It names no launch template, so
 * it needs no permission to run instances.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html
 */
function setShare(groupName: string, share: Path) {
  return call(sdkCall("autoscaling", "updateAutoScalingGroup"), {
    AutoScalingGroupName: groupName,
    MixedInstancesPolicy: { InstancesDistribution: { "OnDemandPercentageAboveBaseCapacity.$": share } },
  });
}

function givesUp(error: string, cause: string) {
  const Result = { Error: error, Cause: cause };
  return { Type: "Pass", Result, ResultPath: "$.error", Next: "TellFailure" } as const;
}
