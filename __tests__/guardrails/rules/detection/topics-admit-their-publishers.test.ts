import { testRule } from "../../../support/rule-test";

testRule("detection/topics-admit-their-publishers", {
  fails: {
    "its policy forgets the rules": {
      at: "aws_sns_topic.notifications",
      edit: (json) => {
        json.unset("aws_sns_topic_policy.notifications", "policy.Statement.1");
      },
    },
    "its key's policy forgets the alarms": {
      at: "aws_sns_topic.notifications",
      edit: (json) => {
        const statements = json.get("aws_kms_key.key", "policy.Statement") as { Sid: string }[];
        json.set(
          "aws_kms_key.key",
          "policy.Statement",
          statements.filter(({ Sid }) => Sid !== "Alarms"),
        );
      },
    },
  },
});
