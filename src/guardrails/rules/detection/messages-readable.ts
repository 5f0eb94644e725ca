import { judge } from "../../judge";
import type { Check } from "../../rule";

const MESSAGES = ["input_transformer.input_template", "input"];

export const messagesReadable: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_event_target")
    .filter((target) => plan.referenced(target.get("arn"), "aws_sns_topic").length > 0)
    .map((target) =>
      judge(
        target.address,
        MESSAGES.some((path) => target.get(path) !== undefined),
        "it sends the event as it is",
      ),
    );
