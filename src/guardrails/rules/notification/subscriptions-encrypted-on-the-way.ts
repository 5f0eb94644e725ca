import { known } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const ENCRYPTED = known("another protocol than http", (protocol) => protocol !== "http");

export const subscriptionsEncryptedOnTheWay: Check = (plan) =>
  plan
    .resources("aws_sns_topic_subscription")
    .map((subscription) => judgeAttribute(subscription, "protocol", ENCRYPTED));
