import type { Rule } from "../rule";
import { keyDeletionWindow } from "../rules/encryption/key-deletion-window";
import { keyEnabled } from "../rules/encryption/key-enabled";
import { keyGrantsForAwsResources } from "../rules/encryption/key-grants-for-aws-resources";
import { keyHasAlias } from "../rules/encryption/key-has-alias";
import { keyPolicyExplicit } from "../rules/encryption/key-policy-explicit";
import { keyPolicyKeepsAnAdministrator } from "../rules/encryption/key-policy-keeps-an-administrator";
import { keyPolicyNamesActions } from "../rules/encryption/key-policy-names-actions";
import { keyPolicyNamesPrincipals } from "../rules/encryption/key-policy-names-principals";
import { keyPolicyNotPublic } from "../rules/encryption/key-policy-not-public";
import { keyRotation } from "../rules/encryption/key-rotation";
import { keyUsableWhereNamed } from "../rules/encryption/key-usable-where-named";
import { keyUseConditioned } from "../rules/encryption/key-use-conditioned";
import { logKeyUsableByLogs } from "../rules/encryption/log-key-usable-by-logs";
import { publishersMayUseKey } from "../rules/encryption/publishers-may-use-key";
import { queuesEncrypted } from "../rules/encryption/queues-encrypted";
import { volumeKeyUsableByAutoScaling } from "../rules/encryption/volume-key-usable-by-auto-scaling";
import { volumesEncryptedUnderKey } from "../rules/encryption/volumes-encrypted-under-key";

export const encryption: readonly Rule[] = [
  {
    id: "encryption/key-rotation",
    severity: "medium",
    title: "Keys rotate every year",
    why: "A key that never changes makes one leak good for all data there ever was.",
    fix: "Set enable_key_rotation = true on the aws_kms_key.",
    references: ["CKV_AWS_7", "Security Hub KMS.4"],
    check: keyRotation,
  },
  {
    id: "encryption/key-enabled",
    severity: "high",
    title: "Keys are enabled",
    why: "Whatever is under a disabled key can't be read or written: no instance starts, no log is taken, no state is read.",
    fix: "Set is_enabled = true on the aws_kms_key, or leave it out.",
    references: ["CKV_AWS_227"],
    check: keyEnabled,
  },
  {
    id: "encryption/key-policy-explicit",
    severity: "medium",
    title: "Keys say who may use them",
    why: "AWS's default policy leaves it to IAM: any policy of the account that says kms:Decrypt on * opens the key.",
    fix: "Set policy on the aws_kms_key.",
    references: ["CKV2_AWS_64"],
    check: keyPolicyExplicit,
  },
  {
    id: "encryption/key-policy-keeps-an-administrator",
    severity: "medium",
    title: "Keys have somebody who may look after them",
    why: "AWS refuses the policy, half way through an apply; where the check is bypassed, nobody but AWS's support gets the key back.",
    fix: "Allow the actions that the finding names, from kms:DescribeKey to kms:CancelKeyDeletion, to the account or to an administrator's role in the key's policy.",
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"],
    check: keyPolicyKeepsAnAdministrator,
  },
  {
    id: "encryption/key-policy-not-public",
    severity: "high",
    title: "No key is usable by anybody of any account",
    why: "What is encrypted under it is encrypted for nobody: whoever has the data has the key.",
    fix: "Name accounts, roles or services as the Principal of each statement, or put a condition on kms:CallerAccount or aws:PrincipalOrgID.",
    references: ["CKV_AWS_33", "FSBP KMS.5"],
    check: keyPolicyNotPublic,
  },
  {
    id: "encryption/key-usable-where-named",
    severity: "high",
    title: "Keys of the state, its locks and ECS Exec are usable by those who use these",
    why: "Terraform can't read its state nor take its lock, and nobody can type a word in ECS Exec: what is there is encrypted for nobody.",
    fix: "Allow kms:Decrypt and kms:GenerateDataKey, for a DynamoDB table kms:CreateGrant as well, to the account or its roles in the key's policy.",
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/services-dynamodb.html"],
    check: keyUsableWhereNamed,
  },
  {
    id: "encryption/key-use-conditioned",
    severity: "low",
    title: "Whole accounts and services use a key for what it is for only",
    why: "Without a condition, whoever has kms:Decrypt on * anywhere in the account decrypts a stolen object by asking KMS, past every bucket's policy.",
    fix: "Add a condition to the statement (kms:ViaService, kms:EncryptionContext:…, aws:SourceArn), or name roles; an account as a whole needs kms:* for nothing but administration.",
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"],
    check: keyUseConditioned,
  },
  {
    id: "encryption/key-grants-for-aws-resources",
    severity: "medium",
    title: "Grants of a key are made for resources of AWS only",
    why: "Who may make any grant hands the key on to anybody, beside every policy, and no plan shows it.",
    fix: 'Add the condition Bool kms:GrantIsForAWSResource = "true" to the statement that allows kms:CreateGrant.',
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/grant-authorization.html"],
    check: keyGrantsForAwsResources,
  },
  {
    id: "encryption/key-deletion-window",
    severity: "medium",
    title: "A key's deletion can be taken back for 30 days",
    why: "A key that is gone takes everything under it along: state, logs, volumes. A week is a holiday.",
    fix: "Set deletion_window_in_days = 30 on the aws_kms_key, or leave it out.",
    references: ["FSBP KMS.3"],
    check: keyDeletionWindow,
  },
  {
    id: "encryption/log-key-usable-by-logs",
    severity: "medium",
    title: "CloudWatch Logs may use the key of the log groups",
    why: "The log group isn't made, or stops taking logs: what happens next is recorded nowhere.",
    fix: "Allow the principal logs.REGION.amazonaws.com kms:Encrypt, Decrypt, ReEncrypt*, GenerateDataKey* and DescribeKey in the key's policy.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"],
    check: logKeyUsableByLogs,
  },
  {
    id: "encryption/volumes-encrypted-under-key",
    severity: "high",
    title: "Instances' volumes are encrypted under a customer managed key",
    why: "Images, container layers and what tasks write lie on the disk, and in every snapshot of it, in the clear or under a key that nobody can withdraw.",
    fix: "Set encrypted = true and kms_key_id in each ebs block of the launch template's block_device_mappings, the root device's too.",
    references: ["FSBP EC2.181", "FSBP EC2.3"],
    check: volumesEncryptedUnderKey,
  },
  {
    id: "encryption/volume-key-usable-by-auto-scaling",
    severity: "high",
    title: "Auto Scaling may use the key of the volumes",
    why: "No instance ever launches, and the group says nothing but Client.InternalError: a scale-out, or a zone's outage, finds no capacity.",
    fix: "Allow the role AWSServiceRoleForAutoScaling the key's use and kms:CreateGrant in the key's policy, or give it an aws_kms_grant.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html"],
    check: volumeKeyUsableByAutoScaling,
  },
  {
    id: "encryption/key-policy-names-actions",
    severity: "high",
    title: "Key policies name the actions that they allow",
    why: "kms:* to whoever uses a key makes them its administrator: they can open it to others, or have it deleted.",
    fix: "List the actions. Only kms:ReEncrypt* and kms:GenerateDataKey*, which are pairs of one right, may keep the wildcard.",
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"],
    check: keyPolicyNamesActions,
  },
  {
    id: "encryption/key-policy-names-principals",
    severity: "high",
    title: "Key policies name who may use the key",
    why: '"*" with a condition gives every principal that meets it the key itself, past the IAM policies of the account, which the account as principal would still ask.',
    fix: "Name the account, a role or a service as the principal.",
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html"],
    check: keyPolicyNamesPrincipals,
  },
  {
    id: "encryption/key-has-alias",
    severity: "low",
    title: "Keys have a name that people can read",
    why: "On the bill, in CloudTrail and in the console a key is a UUID. Whoever has to find out which one it is at night takes the wrong one.",
    fix: "Add an aws_kms_alias with target_key_id.",
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html"],
    check: keyHasAlias,
  },
  {
    id: "encryption/queues-encrypted",
    severity: "medium",
    title: "Queues are encrypted",
    why: "What waits in a queue is on disk: events name instances, tasks and people.",
    fix: "Set sqs_managed_sse_enabled = true or kms_master_key_id.",
    references: [
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
    ],
    check: queuesEncrypted,
  },
  {
    id: "encryption/publishers-may-use-key",
    severity: "high",
    title: "Who may send to an encrypted topic or queue may use its key",
    why: "SNS and SQS encrypt in the sender's name: without the key the message is refused, and with it the one thing that was to be told.",
    fix: "Allow the role kms:GenerateDataKey and kms:Decrypt on the key, with a condition on kms:ViaService.",
    references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#sns-what-permissions-for-sse"],
    check: publishersMayUseKey,
  },
];
