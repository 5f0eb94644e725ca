import { namesOneOf } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { machineTargets } from "../../vocabulary/spot-fallbacks";

export const undeliveredEventsKept: Check = (plan) =>
  machineTargets(plan).map(({ target }) =>
    judgeAttribute(target, "dead_letter_config.arn", namesOneOf(plan, "aws_sqs_queue")),
  );
