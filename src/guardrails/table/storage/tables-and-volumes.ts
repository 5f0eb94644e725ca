import type { Rule } from "../../rule";
import { tableDeletionProtection } from "../../rules/storage/table-deletion-protection";
import { tablePointInTimeRecovery } from "../../rules/storage/table-point-in-time-recovery";
import { tableScales } from "../../rules/storage/table-scales";
import { tableUnderOwnKey } from "../../rules/storage/table-under-own-key";
import { volumesGoWithInstances } from "../../rules/storage/volumes-go-with-instances";
import { volumesGp3 } from "../../rules/storage/volumes-gp3";

/** Tables and volumes. */
export const tablesAndVolumes: readonly Rule[] = [
  {
    id: "storage/table-point-in-time-recovery",
    severity: "medium",
    title: "Tables can be restored to any point of the last days",
    why: "A table that was emptied or overwritten by mistake is gone.",
    fix: "Set point_in_time_recovery.enabled = true on the aws_dynamodb_table.",
    references: ["CKV_AWS_28", "FSBP DynamoDB.2"],
    check: tablePointInTimeRecovery,
  },
  {
    id: "storage/table-under-own-key",
    severity: "medium",
    title: "Tables are encrypted under a customer managed key",
    why: "Under AWS's key, nobody can say, or cut off, who reads the table.",
    fix: "Set server_side_encryption with enabled = true and kms_key_arn on the aws_dynamodb_table.",
    references: ["CKV_AWS_119"],
    check: tableUnderOwnKey,
  },
  {
    id: "storage/table-deletion-protection",
    severity: "high",
    title: "Tables can't be deleted while they are in use",
    why: "prevent_destroy stops Terraform alone: a console, a script or another tool still deletes the table, and with it the locks.",
    fix: "Set deletion_protection_enabled = true on the aws_dynamodb_table.",
    references: ["FSBP DynamoDB.6"],
    check: tableDeletionProtection,
  },
  {
    id: "storage/table-scales",
    severity: "medium",
    title: "Tables are paid by request, or scale their capacity",
    why: "A table of fixed capacity refuses what is beyond it: a lock that can't be taken stops an apply, or its end.",
    fix: 'Set billing_mode = "PAY_PER_REQUEST" on the aws_dynamodb_table, or add an aws_appautoscaling_target for it.',
    references: ["CKV2_AWS_16", "FSBP DynamoDB.1"],
    check: tableScales,
  },
  {
    id: "storage/volumes-gp3",
    severity: "low",
    title: "Instances' volumes are of the type gp3",
    why: "gp2's speed grows with its size: a small root volume runs out of credits just when images are pulled, and scaling out takes minutes more.",
    fix: `Set volume_type = "gp3" in each ebs block of the launch template's block_device_mappings.`,
    references: ["https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html"],
    check: volumesGp3,
  },
  {
    id: "storage/volumes-go-with-instances",
    severity: "low",
    title: "Instances' volumes go with them",
    why: "Each instance that ends leaves its volume behind: paid for every month, with all that tasks wrote on it.",
    fix: "Set delete_on_termination = true in each ebs block of the launch template's block_device_mappings, or leave it out.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/preserving-volumes-on-termination.html"],
    check: volumesGoWithInstances,
  },
];
