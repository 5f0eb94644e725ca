import type { Rule } from "../rule";
import { documentsPrivate } from "../rules/systems-manager/documents-private";
import { documentsWithoutSecrets } from "../rules/systems-manager/documents-without-secrets";
import { parametersEncrypted } from "../rules/systems-manager/parameters-encrypted";
import { parametersUnderOwnKey } from "../rules/systems-manager/parameters-under-own-key";
import { settingsOfTheAccount } from "../rules/systems-manager/settings-of-the-account";

export const systemsManager: readonly Rule[] = [
  {
    id: "systems-manager/parameters-encrypted",
    severity: "high",
    title: "Parameters that hold secrets are SecureStrings",
    why: "A String is stored and shown in the clear to whoever may list parameters.",
    fix: 'Set type = "SecureString" on the aws_ssm_parameter.',
    references: ["CKV2_AWS_34"],
    check: parametersEncrypted,
  },
  {
    id: "systems-manager/parameters-under-own-key",
    severity: "medium",
    title: "SecureStrings are under a customer managed key",
    why: "Under AWS's key, whoever may read a parameter decrypts it: the key keeps nobody out.",
    fix: "Set key_id on the aws_ssm_parameter.",
    references: ["CKV_AWS_337"],
    check: parametersUnderOwnKey,
  },
  {
    id: "systems-manager/documents-private",
    severity: "high",
    title: "Documents are shared with named accounts only",
    why: "Anybody with an AWS account reads it, and learns what runs on the instances, and how.",
    fix: "List account numbers in permissions.account_ids, or leave permissions out.",
    references: ["CKV_AWS_303", "FSBP SSM.4"],
    check: documentsPrivate,
  },
  {
    id: "systems-manager/documents-without-secrets",
    severity: "high",
    title: "Documents hold no secrets",
    why: "Whoever may run or read the document has the secret, and each version keeps it.",
    fix: "Name a SecureString or a secret in the document, and let the instance read it by its role.",
    references: ["Prowler ssm_document_secrets"],
    check: documentsWithoutSecrets,
  },
  {
    id: "systems-manager/settings-of-the-account",
    severity: "medium",
    title: "Settings of the account log Automation and forbid public documents",
    why: "A setting in code that opens it does so for every document of the region, other teams' too.",
    fix: 'Set setting_value = "CloudWatch" for the destination of logs, and "Disable" for public sharing.',
    references: ["FSBP SSM.6", "FSBP SSM.7"],
    check: settingsOfTheAccount,
  },
];
