import type { Rule } from "../rule";
import { allowedAccounts } from "../rules/provider/allowed-accounts";
import { assumesARole } from "../rules/provider/assumes-a-role";
import { defaultTags } from "../rules/provider/default-tags";
import { noStaticKeys } from "../rules/provider/no-static-keys";
import { offlineStaysOffline } from "../rules/provider/offline-stays-offline";
import { versionsPinned } from "../rules/provider/versions-pinned";

const PROVIDER = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs";

export const provider: readonly Rule[] = [
  {
    id: "provider/allowed-accounts",
    severity: "high",
    title: "Providers and backends name the accounts that they may touch",
    why: "Credentials of another account in the shell, and production's plan is applied there, or that account's network here.",
    fix: "Set allowed_account_ids on the provider and the S3 backend, and don't skip asking whose account it is.",
    references: [`${PROVIDER}#allowed_account_ids-1`],
    check: allowedAccounts,
  },
  {
    id: "provider/assumes-a-role",
    severity: "medium",
    title: "Providers and backends work under a role that they assume",
    why: "Who runs Terraform runs it with all that they may do themselves, and the audit log names a person or a machine, not the deployment.",
    fix: "Set assume_role (or assume_role_with_web_identity) with a role_arn on the provider and the S3 backend.",
    references: [`${PROVIDER}#assuming-an-iam-role`],
    check: assumesARole,
  },
  {
    id: "provider/no-static-keys",
    severity: "high",
    title: "No access key stands in a provider or a backend",
    why: "Who reads the code, a plan or a log has the key, and it stays in the history after it is taken out.",
    fix: "Remove access_key, secret_key and token; let the credentials come from OIDC, SSO or the environment.",
    references: ["CKV_AWS_41", `${PROVIDER}#provider-configuration`],
    check: noStaticKeys,
  },
  {
    id: "provider/default-tags",
    severity: "low",
    title: "Everything that a provider makes gets its default tags",
    why: "Nobody can tell whose a resource is, of which environment, and whether Terraform knows it; costs can't be told apart.",
    fix: "Set default_tags with tags such as Environment on the provider.",
    references: [`${PROVIDER}/guides/resource-tagging`],
    check: defaultTags,
  },
  {
    id: "provider/offline-stays-offline",
    severity: "medium",
    title: "A provider that must not reach AWS can not",
    why: "A plan that leaks a call to AWS waits for credentials, or finds some: what was meant as a dry run then reads, or changes, a real account.",
    fix: "Keep dummy keys, every skip_ setting, the endpoints and both proxies at 127.0.0.1:1, and one attempt.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs"],
    onlyIn: "configuration",
    check: offlineStaysOffline,
  },
  {
    id: "provider/versions-pinned",
    severity: "medium",
    title: "The versions of Terraform and of the AWS provider are bounded",
    why: "The next major version is taken on the day that it comes out: arguments go, defaults change, and a plan replaces what nobody touched.",
    fix: "Set required_version, and a version with ~>, < or = for aws in required_providers.",
    references: ["https://developer.hashicorp.com/terraform/language/expressions/version-constraints"],
    onlyIn: "configuration",
    check: versionsPinned,
  },
];
