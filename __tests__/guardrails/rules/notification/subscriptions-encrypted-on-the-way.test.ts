import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const subscription = (protocol: string) => (json: TerraformJson) =>
  json.add("aws_sns_topic_subscription.own", { protocol, endpoint: "example.com" }, "aws_vpc.network");

testRule("notification/subscriptions-encrypted-on-the-way", {
  absent: true,
  fails: { "plain HTTP": { at: "aws_sns_topic_subscription.own", edit: subscription("http") } },
  undecided: { "a variable says it": { at: "aws_sns_topic_subscription.own", edit: subscription("${var.protocol}") } },
  passes: { HTTPS: subscription("https"), mail: subscription("email") },
});
