import { testRule } from "../../../support/rule-test";

testRule("encryption/key-policy-explicit", {
  fails: {
    "a further key has none": {
      at: "aws_kms_key.further",
      edit: (json) => {
        json.set(
          "aws_cloudwatch_event_rule.detection_changed_by_hand",
          "event_pattern.detail.requestParameters.$or.5.keyId.2",
          "${aws_kms_key.further.key_id}",
        );
        json.copy("aws_kms_key.key", "aws_kms_key.further");
        json.unset("aws_kms_key.further", "policy");
        json.copy("aws_kms_alias.key", "aws_kms_alias.further");
        json.set("aws_kms_alias.further", "target_key_id", "${aws_kms_key.further.key_id}");
      },
    },
    "the policy is gone": { at: "aws_kms_key.key", edit: (json) => json.unset("aws_kms_key.key", "policy") },
  },
  passes: {
    "it stands apart": (json) => {
      json.unset("aws_kms_key.key", "policy");
      json.add("aws_kms_key_policy.key", { key_id: "${aws_kms_key.key.id}", policy: "{}" }, "aws_kms_key.key");
    },
  },
});
