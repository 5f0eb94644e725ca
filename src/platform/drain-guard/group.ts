import { array, arrayContains, arrayLength, format, mathAdd, mathRandom } from "../intrinsic-functions";
import { type Definition, definition, type Template } from "../states-language";
import { findAddresses } from "./addresses";
import { call } from "./call";
import { minus, secondOfHour, timeParts } from "./clock";
import { findLeaving } from "./leaving";
import { fraction, times } from "./times";

/** Seconds from the warning to the end of the instance, whatever happens. */
export const KILL_SECONDS = 120;
/** The last look: what is taken out later has no time left to end a connection. */
const LAST_LOOK_SECONDS = 110;
const SECONDS_BETWEEN_LOOKS = 10;
/** Over how many seconds the first looks of many guards of one moment are spread. */
export const SPREAD_SECONDS = 5;

/** What the machine knows about a target group from the stacks. */
export type GuardedGroup = Template & {
  readonly targetGroupArn: string;
  /** Name of the ECS service whose tasks are in it. */
  readonly service: string;
  /** As the target group has it: `"instance"` or `"ip"`. */
  readonly targetType: string;
  /** Seconds after the warning. */
  readonly lookAtSeconds: number;
};

export interface GroupProps {
  readonly clusterArn: string;
  readonly healthyFloorPercent: number;
}

export const OUTCOMES = {
  taken: "taken out of the load balancer",
  left: "left in the load balancer: too few healthy tasks stay",
  nothing: "nothing in service there",
  unknown: "left alone: its target group has targets of another kind than instances or addresses",
  failed: "failed",
} as const;

/** In service: neither on its way out nor gone. */
const OUT_OF_SERVICE = array("draining", "unused");
const OWN_IN_SERVICE = "own: true, out of service: false";
const STAYING_HEALTHY = "leaving: false, state: healthy";

/**
 * Guards one target group until the instance is gone: waits for the last moment at which connections can still end, looks
 * who is in service, takes out what is the warned instance's if enough stays, and looks again every ten seconds. Again,
 * because ECS registers a running task anew that somebody took out (aws/containers-roadmap#251), and because a
 * replacement that comes late may still make taking out possible.
 *
 * Input: `group`, `instanceId`, `containerInstanceArn`, `minusWarned`, `taken` (0), `outcome`. Output: `service`,
 * `outcome`, `targets`.
 */
export function guardGroup({ clusterArn, healthyFloorPercent }: GroupProps): Definition {
  const floor = fraction(healthyFloorPercent);
  return definition({
    StartAt: "Read the clock",
    States: {
      "Read the clock": {
        Type: "Pass",
        Parameters: { "parts.$": timeParts("$$.State.EnteredTime") },
        ResultPath: "$.clock",
        Next: "Seconds since the warning",
      },
      "Seconds since the warning": {
        Type: "Pass",
        Parameters: { "seconds.$": mathAdd(secondOfHour("$.clock.parts"), "$.minusWarned") },
        ResultPath: "$.clock",
        Next: "Is it time?",
      },
      "Is it time?": {
        Type: "Choice",
        Choices: [
          { Variable: "$.clock.seconds", NumericLessThan: 0, Next: "The hour has turned" },
          { Variable: "$.clock.seconds", NumericGreaterThanEquals: LAST_LOOK_SECONDS, Next: "What came of it?" },
          { Variable: "$.clock.seconds", NumericLessThanPath: "$.group.lookAtSeconds", Next: "Seconds to wait" },
        ],
        Default: "Who leaves?",
      },
      "The hour has turned": {
        Type: "Pass",
        Parameters: { "seconds.$": mathAdd("$.clock.seconds", 3600) },
        ResultPath: "$.clock",
        Next: "Is it time?",
      },
      "Seconds to wait": {
        Type: "Pass",
        Parameters: {
          "seconds.$": mathAdd(
            mathAdd("$.group.lookAtSeconds", minus("$.clock.seconds")),
            mathRandom(0, SPREAD_SECONDS),
          ),
        },
        ResultPath: "$.wait",
        Next: "Give replacements time",
      },
      "Give replacements time": { Type: "Wait", SecondsPath: "$.wait.seconds", Next: "Who leaves?" },

      "Who leaves?": {
        Type: "Parallel",
        Branches: [findLeaving(clusterArn)],
        ResultPath: "$.leaving",
        Next: "What are its targets?",
      },
      "What are its targets?": {
        Type: "Choice",
        Choices: [
          { Variable: "$.group.targetType", StringEquals: "instance", Next: "They are instances" },
          { Variable: "$.group.targetType", StringEquals: "ip", Next: "They are addresses: whose?" },
        ],
        Default: "They are neither",
      },
      "They are neither": {
        Type: "Pass",
        Result: OUTCOMES.unknown,
        ResultPath: "$.outcome",
        Next: "What came of it?",
      },
      "They are instances": {
        Type: "Pass",
        Parameters: { "own.$": array("$.instanceId"), "leaving.$": "$.leaving..instanceIds[*]" },
        ResultPath: "$.ids",
        Next: "How many tasks are wanted?",
      },
      "They are addresses: whose?": {
        Type: "Parallel",
        Branches: [findAddresses(clusterArn)],
        Parameters: {
          "group.$": "$.group",
          "containerInstanceArn.$": "$.containerInstanceArn",
          "leavingArns.$": "$.leaving..arns[*]",
        },
        ResultPath: "$.addresses",
        Next: "They are addresses",
      },
      "They are addresses": {
        Type: "Pass",
        Parameters: { "own.$": "$.addresses..own[*]", "leaving.$": "$.addresses..leaving[*]" },
        ResultPath: "$.ids",
        Next: "How many tasks are wanted?",
      },

      "How many tasks are wanted?": {
        ...call("ecs", "describeServices", { Cluster: clusterArn, "Services.$": array("$.group.service") }),
        ResultSelector: { "desired.$": "$.Services[0].DesiredCount" },
        ResultPath: "$.wanted",
        Next: "How are the targets?",
      },
      "How are the targets?": {
        ...call("elasticloadbalancingv2", "describeTargetHealth", { "TargetGroupArn.$": "$.group.targetGroupArn" }),
        ResultSelector: { "all.$": "$.TargetHealthDescriptions" },
        ResultPath: "$.targets",
        Next: "Sort them",
      },
      "Sort them": {
        Type: "Map",
        ItemsPath: "$.targets.all",
        ItemSelector: {
          "target.$": "$$.Map.Item.Value.Target",
          "state.$": "$$.Map.Item.Value.TargetHealth.State",
          "ids.$": "$.ids",
        },
        ItemProcessor: definition({
          StartAt: "Whose is it, and how?",
          States: {
            "Whose is it, and how?": {
              Type: "Pass",
              Parameters: {
                target: { "Id.$": "$.target.Id", "Port.$": "$.target.Port" },
                "own.$": format(
                  "own: {}, out of service: {}",
                  arrayContains("$.ids.own", "$.target.Id"),
                  arrayContains(OUT_OF_SERVICE, "$.state"),
                ),
                "staying.$": format("leaving: {}, state: {}", arrayContains("$.ids.leaving", "$.target.Id"), "$.state"),
              },
              End: true,
            },
          },
        }),
        ResultPath: "$.sorted",
        Next: "Is one of ours in service?",
      },
      "Is one of ours in service?": {
        Type: "Pass",
        Parameters: {
          "own.$": arrayContains("$.sorted[*].own", OWN_IN_SERVICE),
          "staying.$": arrayContains("$.sorted[*].staying", STAYING_HEALTHY),
        },
        ResultPath: "$.there",
        Next: "Is there one to take out?",
      },
      "Is there one to take out?": {
        Type: "Choice",
        Choices: [
          // ECS may put back what was taken out; what nobody has taken out is gone for good.
          {
            And: [
              { Variable: "$.there.own", BooleanEquals: false },
              { Variable: "$.taken", NumericEquals: 0 },
            ],
            Next: "Nothing of ours is there",
          },
          { Variable: "$.there.own", BooleanEquals: false, Next: "Wait for the next look" },
          { Variable: "$.there.staying", BooleanEquals: false, Next: "Leave them" },
        ],
        Default: "Pick them",
      },
      "Pick them": {
        Type: "Pass",
        Parameters: {
          "own.$": `$.sorted[?(@.own == '${OWN_IN_SERVICE}')].target`,
          "staying.$": `$.sorted[?(@.staying == '${STAYING_HEALTHY}')].target`,
        },
        ResultPath: "$.picked",
        Next: "Count them",
      },
      "Count them": {
        Type: "Pass",
        Parameters: { "own.$": arrayLength("$.picked.own"), "staying.$": arrayLength("$.picked.staying") },
        ResultPath: "$.count",
        Next: "Reckon the floor",
      },
      // "staying / desired >= floor", without a division.
      "Reckon the floor": {
        Type: "Pass",
        Parameters: {
          "have.$": times(floor.denominator, "$.count.staying"),
          ...(floor.numerator === 0 ? { need: 0 } : { "need.$": times(floor.numerator, "$.wanted.desired") }),
        },
        ResultPath: "$.floor",
        Next: "Do enough stay?",
      },
      "Do enough stay?": {
        Type: "Choice",
        Choices: [
          {
            Variable: "$.floor.have",
            NumericGreaterThanEqualsPath: "$.floor.need",
            Next: "Take them out",
          },
        ],
        Default: "Leave them",
      },
      "Take them out": {
        ...call("elasticloadbalancingv2", "deregisterTargets", {
          "TargetGroupArn.$": "$.group.targetGroupArn",
          "Targets.$": "$.picked.own",
        }),
        ResultPath: null,
        Next: "They are out",
      },
      "They are out": {
        Type: "Pass",
        InputPath: "$.count.own",
        ResultPath: "$.taken",
        Next: "Wait for the next look",
      },
      "Leave them": { Type: "Pass", Result: OUTCOMES.left, ResultPath: "$.outcome", Next: "Wait for the next look" },
      "Nothing of ours is there": {
        Type: "Pass",
        Result: OUTCOMES.nothing,
        ResultPath: "$.outcome",
        Next: "What came of it?",
      },
      "Wait for the next look": { Type: "Wait", Seconds: SECONDS_BETWEEN_LOOKS, Next: "Read the clock" },

      "What came of it?": {
        Type: "Choice",
        Choices: [{ Variable: "$.taken", NumericGreaterThan: 0, Next: "They were taken out" }],
        Default: "They weren't",
      },
      "They were taken out": {
        Type: "Pass",
        Parameters: { "service.$": "$.group.service", outcome: OUTCOMES.taken, "targets.$": "$.taken" },
        End: true,
      },
      "They weren't": {
        Type: "Pass",
        Parameters: { "service.$": "$.group.service", "outcome.$": "$.outcome", targets: 0 },
        End: true,
      },
    },
  });
}
