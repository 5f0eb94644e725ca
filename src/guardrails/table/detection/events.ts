import type { Rule } from "../../rule";
import { changesByHandTold } from "../../rules/detection/changes-by-hand-told";
import { deploymentFailureTold } from "../../rules/detection/deployment-failure-told";
import { launchFailureTold } from "../../rules/detection/launch-failure-told";
import { messagesReadable } from "../../rules/detection/messages-readable";
import { patternsExact } from "../../rules/detection/patterns-exact";
import { patternsMatch } from "../../rules/detection/patterns-match";
import { rebalanceRecommendationTold } from "../../rules/detection/rebalance-recommendation-told";
import { rulesHaveTargets } from "../../rules/detection/rules-have-targets";
import { serviceImpairmentTold } from "../../rules/detection/service-impairment-told";
import { spotInterruptionTold } from "../../rules/detection/spot-interruption-told";
import { stateMachineFailureTold } from "../../rules/detection/state-machine-failure-told";
import { taskStartFailureTold } from "../../rules/detection/task-start-failure-told";

export const events: readonly Rule[] = [
  {
    id: "detection/spot-interruption-told",
    severity: "low",
    title: "Spot interruptions are told",
    why: "What goes wrong two minutes after one looks like a fault of the application.",
    fix: 'Add an aws_cloudwatch_event_rule for "EC2 Spot Instance Interruption Warning", with an aws_cloudwatch_event_target that is a topic.',
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html"],
    check: spotInterruptionTold,
  },
  {
    id: "detection/rebalance-recommendation-told",
    severity: "low",
    title: "Rebalance recommendations are told",
    why: "They come before the interruption, and in numbers say that a pool runs dry.",
    fix: 'Add an aws_cloudwatch_event_rule for "EC2 Instance Rebalance Recommendation", with an aws_cloudwatch_event_target that is a topic.',
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html"],
    check: rebalanceRecommendationTold,
  },
  {
    id: "detection/task-start-failure-told",
    severity: "medium",
    title: "Tasks that fail to start are told, with their reason",
    why: "A task that never started has no log; ECS forgets its reason within an hour.",
    fix: 'Add an aws_cloudwatch_event_rule for "ECS Task State Change" with stopCode TaskFailedToStart, with an aws_cloudwatch_event_target that is a topic.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html"],
    check: taskStartFailureTold,
  },
  {
    id: "detection/deployment-failure-told",
    severity: "medium",
    title: "Failed deployments are told",
    why: "The circuit breaker takes a release back in silence, and terraform apply has ended long before.",
    fix: 'Add an aws_cloudwatch_event_rule for "ECS Deployment State Change" with SERVICE_DEPLOYMENT_FAILED, with an aws_cloudwatch_event_target that is a topic.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html"],
    check: deploymentFailureTold,
  },
  {
    id: "detection/service-impairment-told",
    severity: "medium",
    title: "Services that can't start or place tasks are told",
    why: "ECS tries ever more slowly, up to 15 minutes apart, and says so in its events alone.",
    fix: 'Add an aws_cloudwatch_event_rule for "ECS Service Action" with SERVICE_TASK_START_IMPAIRED and SERVICE_TASK_PLACEMENT_FAILURE, with an aws_cloudwatch_event_target that is a topic.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html"],
    check: serviceImpairmentTold,
  },
  {
    id: "detection/launch-failure-told",
    severity: "medium",
    title: "Launches that fail are told",
    why: "A group that can't launch tries again and again, and no metric counts it.",
    fix: 'Add an aws_cloudwatch_event_rule for "EC2 Instance Launch Unsuccessful" of the group, with an aws_cloudwatch_event_target that is a topic.',
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html"],
    check: launchFailureTold,
  },
  {
    id: "detection/state-machine-failure-told",
    severity: "medium",
    title: "Executions that fail are told",
    why: "An automation that gives up in silence is worse than none: everybody counts on it.",
    fix: 'Add an aws_cloudwatch_event_rule for "Step Functions Execution Status Change" with FAILED and TIMED_OUT, with an aws_cloudwatch_event_target that is a topic.',
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html"],
    check: stateMachineFailureTold,
  },
  {
    id: "detection/changes-by-hand-told",
    severity: "low",
    title: "Changes by hand to cluster, load balancer and group are told",
    why: "What is changed past Terraform is seen in the next plan, which may be weeks away.",
    fix: 'Add an aws_cloudwatch_event_rule for "AWS API Call via CloudTrail" of the calls that take away or weaken, with an aws_cloudwatch_event_target that is a topic.',
    references: [
      "Security Hub CloudWatch.4",
      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
    ],
    check: changesByHandTold,
  },
  {
    id: "detection/messages-readable",
    severity: "low",
    title: "Events that people get are sentences",
    why: "A page of JSON at three in the morning is read twice, or not at all.",
    fix: "Give the aws_cloudwatch_event_target of a topic an input_transformer, or an input.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html"],
    check: messagesReadable,
  },
  {
    id: "detection/patterns-exact",
    severity: "medium",
    title: "Patterns of events name source, kind, what happened and to what",
    why: "Without the source, anybody who may put an event can start what the rule starts; without the rest, it acts on other events, and other people's.",
    fix: "Set source, detail-type and, in detail or resources, what happened and to which resource, in event_pattern.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html"],
    check: patternsExact,
  },
  {
    id: "detection/rules-have-targets",
    severity: "medium",
    title: "Every enabled event rule has a target",
    why: "A rule without a target matches its events, and nothing happens: what it was to start or to tell never is.",
    fix: "Add an aws_cloudwatch_event_target of the rule, or disable the rule.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html"],
    check: rulesHaveTargets,
  },
  {
    id: "detection/patterns-match",
    severity: "high",
    title: "Patterns of events have no wildcard where none is read",
    why: "A * in a prefix, or in a value, is a character: the rule matches nothing, and nobody hears that it doesn't.",
    fix: 'Write the value out, or compare with {"wildcard": "…"}.',
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html"],
    check: patternsMatch,
  },
];
