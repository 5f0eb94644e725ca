import { testRule } from "../../../support/rule-test";

testRule("encryption/volume-key-usable-by-auto-scaling", {
  fails: {
    "it may not use the key": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.2"),
    },
    "it may not grant": { at: "aws_kms_key.key", edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.3") },
    "one action is gone": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.2.Action.3"),
    },
    "another role may instead": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.2.Principal.AWS", "${aws_iam_role.instance.arn}"),
    },
  },
  passes: {
    "a grant lets it": (json) => {
      json.unset("aws_kms_key.key", "policy.Statement.3");
      json.unset("aws_kms_key.key", "policy.Statement.2");
      json.add(
        "aws_kms_grant.volumes",
        {
          key_id: "${aws_kms_key.key.key_id}",
          grantee_principal: "${aws_iam_service_linked_role.auto_scaling.arn}",
          operations: [
            "Encrypt",
            "Decrypt",
            "ReEncryptFrom",
            "ReEncryptTo",
            "GenerateDataKey",
            "GenerateDataKeyWithoutPlaintext",
            "DescribeKey",
            "CreateGrant",
          ],
        },
        "aws_kms_key.key",
      );
    },
    "the role is named by its ARN": (json) => {
      json.set(
        "aws_kms_key.key",
        "policy.Statement.2.Principal.AWS",
        "arn:aws:iam::000000000000:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      );
      json.set(
        "aws_kms_key.key",
        "policy.Statement.3.Principal.AWS",
        "arn:aws:iam::000000000000:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      );
    },
    "the key is another stack's": (json) => {
      json.set(
        "aws_launch_template.capacity",
        "block_device_mappings.0.ebs.kms_key_id",
        "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000",
      );
      json.unset("aws_kms_key.key", "policy.Statement.2");
    },
  },
});
