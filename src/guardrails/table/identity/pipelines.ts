import type { Rule } from "../../rule";
import { allowedNotDenied } from "../../rules/identity/allowed-not-denied";
import { boundaryExact } from "../../rules/identity/boundary-exact";
import { boundaryOnEveryRole } from "../../rules/identity/boundary-on-every-role";
import { conditionsNarrow } from "../../rules/identity/conditions-narrow";
import { pipelinesFenced } from "../../rules/identity/pipelines-fenced";
import { pipelinesWhole } from "../../rules/identity/pipelines-whole";
import { resourcesNotRepeated } from "../../rules/identity/resources-not-repeated";
import { stateUsersWhole } from "../../rules/identity/state-users-whole";

const RESOURCES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html";

/** What is said of roles that make others, and of those that use a state. */
export const pipelines: readonly Rule[] = [
  {
    id: "identity/boundary-exact",
    severity: "high",
    title: "Permissions boundaries are one policy, named in full",
    why: "IAM refuses a boundary with a wildcard, in the middle of an apply, and one of another account; a role that is made without it may have all that its policies say.",
    fix: "Set permissions_boundary to the ARN of the policy, or refer to it.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"],
    check: boundaryExact,
  },
  {
    id: "identity/pipelines-fenced",
    severity: "high",
    title: "Roles that make roles are denied what undoes the protection",
    why: "Whoever may make roles may make an administrator, unless a boundary is forced on each; whoever may change the state's bucket, its key, or its own role can take the fence away first.",
    fix: "Deny, in a policy of that role, the actions that the finding names; deny iam:CreateRole unless iam:PermissionsBoundary is the boundary.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"],
    check: pipelinesFenced,
  },
  {
    id: "identity/boundary-on-every-role",
    severity: "high",
    title: "Where one role has a permissions boundary, every role has one",
    why: "A pipeline that must put a boundary on each role can't make the one without, and where it may, that role is the way around the boundary.",
    fix: "Set permissions_boundary on the aws_iam_role to that of the others.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"],
    check: boundaryOnEveryRole,
  },
  {
    id: "identity/pipelines-whole",
    severity: "medium",
    title: "Roles that make roles can finish what they begin: make, read, tag, pass and take away",
    why: "What is missing shows in the middle of an apply, when half of a change is done and can't be taken back.",
    fix: "Allow the role the action that the finding names, or deny what it shall not do, so that it is said.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html"],
    check: pipelinesWhole,
  },
  {
    id: "identity/state-users-whole",
    severity: "high",
    title: "Roles that use Terraform's state may do all that its backend needs",
    why: "A role that reads the state and can't lock it, or locks it and can't let go, stops every run of everybody.",
    fix: "Allow the bucket's listing, the state's and the lock object's, the lock table's items and the key's use, as the finding says.",
    references: ["https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required"],
    check: stateUsersWhole,
  },
  {
    id: "identity/allowed-not-denied",
    severity: "low",
    title: "What a role is allowed isn't denied altogether",
    why: "A Deny wins: the statement that allows it says what isn't so, and who counts on it is refused.",
    fix: "Name in the Deny only what is to be kept, or take the Allow away.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"],
    check: allowedNotDenied,
  },
  {
    id: "identity/resources-not-repeated",
    severity: "low",
    title: "No resource of a statement has another of its list in it",
    why: "The name that is written out beside a wildcard looks like the limit, and isn't: the wildcard allows all that it matches.",
    fix: "Take the wildcard away, or the names that it covers.",
    references: [RESOURCES],
    check: resourcesNotRepeated,
  },
  {
    id: "identity/conditions-narrow",
    severity: "medium",
    title: "Permissions whose resource says too little have the condition that says the rest",
    why: "A key decrypts whatever was encrypted under it, a metric is of any namespace, a lock table has the locks of every environment: the resource is right, and the permission too wide.",
    fix: "Add kms:ViaService or an encryption context, cloudwatch:namespace, dynamodb:LeadingKeys or iam:AWSServiceName to the statement.",
    references: [
      "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html",
    ],
    check: conditionsNarrow,
  },
];
