import { testRule } from "../../../support/rule-test";

testRule("detection/event-key-use-without-source", {
  fails: {
    "the key asks for a source": {
      at: "aws_kms_key.key",
      edit: (json) => {
        const statements = json.get("aws_kms_key.key", "policy.Statement") as { Sid: string }[];
        const index = statements.findIndex(({ Sid }) => Sid === "EventRules");
        json.set(
          "aws_kms_key.key",
          `policy.Statement.${index}.Condition.StringEquals.aws:SourceAccount`,
          "000000000000",
        );
      },
    },
  },
});
