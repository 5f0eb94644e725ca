import type { Rule } from "../../rule";
import { deliveriesTriedAgain } from "../../rules/automation/deliveries-tried-again";
import { eventsNotOutdated } from "../../rules/automation/events-not-outdated";
import { oneLimitOfDelivery } from "../../rules/automation/one-limit-of-delivery";
import { targetsMayStartMachines } from "../../rules/automation/targets-may-start-machines";
import { undeliveredEventsAdmitted } from "../../rules/automation/undelivered-events-admitted";
import { undeliveredEventsKept } from "../../rules/automation/undelivered-events-kept";

/** Events that start an automation. */
export const deliveries: readonly Rule[] = [
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
    id: "automation/one-limit-of-delivery",
    severity: "low",
    title: "Where an event's age limits its delivery, the number of attempts doesn't",
    why: "Of two limits the one that is reached first wins unseen: an event is given up that was young enough to be acted on.",
    fix: "Leave maximum_retry_attempts out, or at 185, where maximum_event_age_in_seconds is set.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html"],
    check: oneLimitOfDelivery,
  },
];
