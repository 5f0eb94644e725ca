import type { Rule } from "../rule";
import { callsAlike } from "../rules/automation/calls-alike";
import { callsRetried } from "../rules/automation/calls-retried";
import { definitionsWhole } from "../rules/automation/definitions-whole";
import { deliveriesTriedAgain } from "../rules/automation/deliveries-tried-again";
import { drainGuard } from "../rules/automation/drain-guard";
import { drainGuardInTime } from "../rules/automation/drain-guard-in-time";
import { endsAlike } from "../rules/automation/ends-alike";
import { eventsNotOutdated } from "../rules/automation/events-not-outdated";
import { failuresHandled } from "../rules/automation/failures-handled";
import { fallbackBoundOne } from "../rules/automation/fallback-bound-one";
import { fallbackCheckedDaily } from "../rules/automation/fallback-checked-daily";
import { fallbackMayMoveItsGroup } from "../rules/automation/fallback-may-move-its-group";
import { fallbackWoken } from "../rules/automation/fallback-woken";
import { machinesLogged } from "../rules/automation/machines-logged";
import { machinesMayCall } from "../rules/automation/machines-may-call";
import { machinesMayLog } from "../rules/automation/machines-may-log";
import { machinesMayTrace } from "../rules/automation/machines-may-trace";
import { oneLimitOfDelivery } from "../rules/automation/one-limit-of-delivery";
import { pagesAlike } from "../rules/automation/pages-alike";
import { shareLeftToFallback } from "../rules/automation/share-left-to-fallback";
import { spotFallback } from "../rules/automation/spot-fallback";
import { statesReadWhatIsThere } from "../rules/automation/states-read-what-is-there";
import { targetsMayStartMachines } from "../rules/automation/targets-may-start-machines";
import { undeliveredEventsAdmitted } from "../rules/automation/undelivered-events-admitted";
import { undeliveredEventsKept } from "../rules/automation/undelivered-events-kept";

export const automation: readonly Rule[] = [
  {
    id: "automation/drain-guard",
    severity: "medium",
    title: "Tasks on Spot are taken out of the load balancer before their instance goes",
    why: "With 100 percent minimum healthy, ECS leaves them in service until replacements are healthy, or the instance is gone at 120 seconds, in mid-request.",
    fix: "Start a state machine or function by an enabled rule for EC2 Spot Instance Interruption Warning, which deregisters the instance's targets in time.",
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html",
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html",
    ],
    check: drainGuard,
  },
  {
    id: "automation/drain-guard-in-time",
    severity: "high",
    title: "A drain guard acts while connections can still end, and gives replacements the time until then",
    why: "What is taken out later than the deregistration delay before the end is cut off all the same; what is taken out at once is missing while its replacement starts.",
    fix: "Let the guard wait until 110 s less the target group's deregistration_delay at most, and at least half of that.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html"],
    check: drainGuardInTime,
  },
  {
    id: "automation/calls-retried",
    severity: "medium",
    title: "State machines try their calls again",
    why: "An automation runs when much happens at once, which is when AWS throttles: one refused call ends it.",
    fix: "Give every Task a Retry of States.TaskFailed or States.ALL, with two attempts or more, and waits that grow.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html"],
    check: callsRetried,
  },
  {
    id: "automation/spot-fallback",
    severity: "medium",
    title: "Groups with Spot turn to On-Demand while Spot has no instances",
    why: "An Auto Scaling group keeps its ratio of On-Demand to Spot and waits, however long Spot has nothing to give; tasks wait with it.",
    fix: "Add a state machine that raises on_demand_percentage_above_base_capacity while instances are missing, and lowers it afterwards.",
    references: ["https://github.com/aws/containers-roadmap/issues/773"],
    check: spotFallback,
  },
  {
    id: "automation/share-left-to-fallback",
    severity: "high",
    title: "The share of On-Demand is left to what moves it",
    why: "The next apply would set it back, and take the On-Demand instances away on the day that Spot has none.",
    fix: "Add mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity to ignore_changes of the group.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle"],
    onlyIn: "configuration",
    check: shareLeftToFallback,
  },
  {
    id: "automation/fallback-woken",
    severity: "high",
    title: "A Spot fallback is started by launches that fail",
    why: "A fallback that nothing starts is none.",
    fix: "Add an enabled EventBridge rule for EC2 Instance Launch Unsuccessful of the group, with the state machine as its target.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html"],
    check: fallbackWoken,
  },
  {
    id: "automation/fallback-checked-daily",
    severity: "medium",
    title: "A Spot fallback is started by the clock, too",
    why: "Events are delivered as well as it can be done, and an execution may end in the middle: the raised share would stay, at three times the price.",
    fix: "Add an EventBridge rule with a schedule_expression that starts the state machine.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-autoscaling.html"],
    check: fallbackCheckedDaily,
  },
  {
    id: "automation/fallback-may-move-its-group",
    severity: "high",
    title: "The role of a Spot fallback may update its own group, and no other",
    why: "Without it, the fallback fails on the one day that it is for; with more, it can empty a group that isn't its own.",
    fix: "Allow autoscaling:UpdateAutoScalingGroup on the ARN of the group that the definition names, and on nothing else.",
    references: ["https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html"],
    check: fallbackMayMoveItsGroup,
  },
  {
    id: "automation/targets-may-start-machines",
    severity: "high",
    title: "Rules that start a state machine may do so",
    why: "EventBridge starts it as the target's role; without the permission nothing happens, and nobody hears of it.",
    fix: "Set role_arn of the target to a role that may call states:StartExecution on the state machine.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html"],
    check: targetsMayStartMachines,
  },
  {
    id: "automation/undelivered-events-kept",
    severity: "medium",
    title: "Events that couldn't start a state machine are kept",
    why: "EventBridge drops an event that it couldn't deliver: an automation that never ran looks like one that wasn't needed.",
    fix: "Set dead_letter_config of the target to an SQS queue.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html"],
    check: undeliveredEventsKept,
  },
  {
    id: "automation/machines-logged",
    severity: "medium",
    title: "State machines log what they do",
    why: "The history of an execution is gone after 90 days, and can't be searched across executions before.",
    fix: "Set logging_configuration to level ALL or ERROR, with the ARN of a log group.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html"],
    check: machinesLogged,
  },
  {
    id: "automation/definitions-whole",
    severity: "high",
    title: "State machines lead from their start to an end, by states that are there",
    why: "Step Functions refuses a definition with a gap, in the middle of an apply; a state that nothing leads to is the handling of a failure that isn't handled any more.",
    fix: "Give each state that doesn't end a Next that is there, Tasks a Resource, Choices their rules, and lead to every state.",
    references: ["https://states-language.net/spec.html"],
    check: definitionsWhole,
  },
  {
    id: "automation/calls-alike",
    severity: "low",
    title: "The calls of a state machine have one timeout, and are tried again in one way",
    why: "What a machine has time for is reckoned with one budget a call: the one call that takes another is a slip, or the first of several.",
    fix: "Give the odd Task the Retry and TimeoutSeconds of the machine's others.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html"],
    check: callsAlike,
  },
  {
    id: "automation/failures-handled",
    severity: "medium",
    title: "A state machine that catches one call's failure catches those of the others",
    why: "What was to be said or set back when something fails isn't, for the one call that fails uncaught.",
    fix: "Give every Task, Map and Parallel of the level a Catch of States.ALL.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html"],
    check: failuresHandled,
  },
  {
    id: "automation/machines-may-call",
    severity: "high",
    title: "The role of a state machine may do what its definition calls",
    why: "A call that is refused fails the automation on the day that it is for; nothing checks it before.",
    fix: "Allow the role each action that a Task of the definition names.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html"],
    check: machinesMayCall,
  },
  {
    id: "automation/states-read-what-is-there",
    severity: "high",
    title: "States read what an earlier state has written",
    why: "A path that leads to nothing fails the execution with States.Runtime, which no Catch of States.ALL handles, and only when the execution comes by.",
    fix: "Write the field by ResultSelector, ResultPath, Parameters or Result on every way there, and ask IsPresent of an element before it is compared.",
    references: [
      "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
      "https://states-language.net/spec.html",
    ],
    check: statesReadWhatIsThere,
  },
  {
    id: "automation/undelivered-events-admitted",
    severity: "medium",
    title: "Queues for undelivered events let EventBridge send to them",
    why: "Without a policy that lets it, EventBridge drops what it couldn't deliver all the same, and says nothing.",
    fix: "Allow events.amazonaws.com sqs:SendMessage in an aws_sqs_queue_policy of the dead-letter queue.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html"],
    check: undeliveredEventsAdmitted,
  },
  {
    id: "automation/deliveries-tried-again",
    severity: "medium",
    title: "Events that a target didn't take are delivered again",
    why: "A throttled target is the rule when many instances go at once; an event that is tried once is lost then.",
    fix: "Leave retry_policy.maximum_retry_attempts of the aws_cloudwatch_event_target out, or set it to 3 or more; maximum_event_age_in_seconds says when it is too late.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html"],
    check: deliveriesTriedAgain,
  },
  {
    id: "automation/events-not-outdated",
    severity: "medium",
    title: "Events that start a state machine are dropped when they are outdated",
    why: "Left alone, EventBridge delivers an event for a day: a machine that starts so late deals with instances that are gone, and with a shortage that is over.",
    fix: "Set retry_policy.maximum_event_age_in_seconds of the target to an hour at most; to 120 or less for a Spot interruption warning.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html"],
    check: eventsNotOutdated,
  },
  {
    id: "automation/machines-may-log",
    severity: "medium",
    title: "The role of a state machine may deliver its log",
    why: "Step Functions sets up the delivery in the role's name: without these permissions the apply fails, or the machine runs and says nothing.",
    fix: "Allow the role logs:CreateLogDelivery, GetLogDelivery, UpdateLogDelivery, ListLogDeliveries, PutResourcePolicy, DescribeResourcePolicies and DescribeLogGroups on *.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy"],
    check: machinesMayLog,
  },
  {
    id: "automation/ends-alike",
    severity: "medium",
    title: "Every way through a Map's item, or a branch, ends with the same fields",
    why: "What comes of all of them is read together: the one way that leaves a field out shortens a list, or fails the execution, only when it is taken.",
    fix: "Write the fields that the finding names at each end, by Parameters or Result, an empty list included.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html"],
    check: endsAlike,
  },
  {
    id: "automation/pages-alike",
    severity: "medium",
    title: "A state machine asks for further pages as it asked for the first",
    why: "A token is for the question that gave it: with another filter or page size AWS refuses it, or leaves entries out, and only when there is a second page.",
    fix: "Give the call with NextToken the same Resource and Parameters as the one before it.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html"],
    check: pagesAlike,
  },
  {
    id: "automation/one-limit-of-delivery",
    severity: "low",
    title: "Where an event's age limits its delivery, the number of attempts doesn't",
    why: "Of two limits the one that is reached first wins unseen: an event is given up that was young enough to be acted on.",
    fix: "Leave maximum_retry_attempts out, or at 185, where maximum_event_age_in_seconds is set.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html"],
    check: oneLimitOfDelivery,
  },
  {
    id: "automation/fallback-bound-one",
    severity: "high",
    title: "A Spot fallback compares with the bound that it sets",
    why: "With another number in one of the places it stops short of its bound, or climbs to it again at every look, and tells each time.",
    fix: "Use one number for the comparisons of the share and for the Result that it is set from.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html"],
    check: fallbackBoundOne,
  },
  {
    id: "automation/machines-may-trace",
    severity: "low",
    title: "The role of a state machine that is traced may send traces",
    why: "Without the permission Step Functions sends none, and says nothing: the trace that is looked for isn't there.",
    fix: "Allow the role xray:PutTraceSegments and xray:PutTelemetryRecords on *, or turn tracing_configuration off.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html"],
    check: machinesMayTrace,
  },
];
