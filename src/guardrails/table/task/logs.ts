import type { Rule } from "../../rule";
import { logBuffer } from "../../rules/task/log-buffer";
import { logsConfigured } from "../../rules/task/logs-configured";
import { logsNonBlocking } from "../../rules/task/logs-non-blocking";
import { ownLogGroup } from "../../rules/task/own-log-group";

/** Logs of containers. */
export const logs: readonly Rule[] = [
  {
    id: "task/logs-configured",
    severity: "high",
    title: "Containers' logs leave the instance",
    why: "Otherwise they are gone with it, on Spot within two minutes.",
    fix: "Set logConfiguration with awslogs and a log group, or another driver that sends.",
    references: ["FSBP ECS.9"],
    check: logsConfigured,
  },
  {
    id: "task/logs-non-blocking",
    severity: "high",
    title: "Containers don't wait for their logs to be taken",
    why: "In blocking mode, an outage of CloudWatch Logs stops the application at its next line. Left out, an account's setting decides.",
    fix: 'Set mode = "non-blocking" in the options of logConfiguration.',
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
      "Prowler ecs_task_definitions_logging_block_mode",
    ],
    check: logsNonBlocking,
  },
  {
    id: "task/own-log-group",
    severity: "low",
    title: "Each task definition has a log group of its own",
    why: "In a shared one, nobody can give one service's logs to somebody, keep them longer, or see which one fills it.",
    fix: "Give each an aws_cloudwatch_log_group, and name it in awslogs-group.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"],
    check: ownLogGroup,
  },
  {
    id: "task/log-buffer",
    severity: "low",
    title: "Logs that nobody waits for have a buffer of 4 MiB",
    why: "A non-blocking container drops what its buffer can't hold: the lines of the minute in which something went wrong, first of all.",
    fix: 'Set max-buffer-size = "4m" or more in the options of awslogs.',
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
      "https://aws.amazon.com/blogs/containers/preventing-log-loss-with-non-blocking-mode-in-the-awslogs-container-log-driver/",
    ],
    check: logBuffer,
  },
];
