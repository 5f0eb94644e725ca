import type { Rule } from "../../rule";
import { allowedNotDenied } from "../../rules/identity/allowed-not-denied";
import { boundaryExact } from "../../rules/identity/boundary-exact";
import { boundaryOnEveryRole } from "../../rules/identity/boundary-on-every-role";
import { callsOnAllTheirResources } from "../../rules/identity/calls-on-all-their-resources";
import { changesOfAnythingConditioned } from "../../rules/identity/changes-of-anything-conditioned";
import { conditionsNarrow } from "../../rules/identity/conditions-narrow";
import { launchesFromTemplates } from "../../rules/identity/launches-from-templates";
import { pipelinesCallTheWhole } from "../../rules/identity/pipelines-call-the-whole";
import { pipelinesFenced } from "../../rules/identity/pipelines-fenced";
import { pipelinesKeepData } from "../../rules/identity/pipelines-keep-data";
import { pipelinesWhole } from "../../rules/identity/pipelines-whole";
import { resourcesNotRepeated } from "../../rules/identity/resources-not-repeated";
import { stateUsersWhole } from "../../rules/identity/state-users-whole";
import { wildcardsWhereRead } from "../../rules/identity/wildcards-where-read";

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
  {
    id: "identity/pipelines-call-the-whole",
    severity: "medium",
    title: "Pipelines may do all that the AWS provider does with a thing, or nothing",
    why: "The provider reads, tags, changes and deletes what it makes by a dozen calls; the one that is refused leaves a change half made.",
    fix: "Allow what the finding names on the same resources, or deny it there, so that it is said.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs"],
    check: pipelinesCallTheWhole,
  },
  {
    id: "identity/pipelines-keep-data",
    severity: "high",
    title: "Pipelines are denied the end of keys, buckets and zones that they make",
    why: "A wrong plan, applied once, takes what no apply can bring back: a zone's name servers, all that was encrypted under a key.",
    fix: "Deny kms:ScheduleKeyDeletion, kms:DisableKey, s3:DeleteBucket and route53:DeleteHostedZone on what the role may make.",
    references: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"],
    check: pipelinesKeepData,
  },
  {
    id: "identity/changes-of-anything-conditioned",
    severity: "high",
    title: "Changes that a pipeline may make to anything have a condition",
    why: "On *, only a condition says whose it is: a tag that what is made must have, a region, a name.",
    fix: "Add a condition on aws:RequestTag, aws:RequestedRegion or a key of the service to the statement; ForAllValues alone isn't one.",
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition.html",
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    check: changesOfAnythingConditioned,
  },
  {
    id: "identity/launches-from-templates",
    severity: "medium",
    title: "Instances are launched from a known template, or with known marks",
    why: "Who may launch any image with any interface runs whatever they like in the account, under whatever role they may pass.",
    fix: "Add a condition on ec2:LaunchTemplate, aws:RequestTag or aws:ResourceTag to each statement that allows ec2:RunInstances.",
    references: [
      "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html",
    ],
    check: launchesFromTemplates,
  },
  {
    id: "identity/calls-on-all-their-resources",
    severity: "medium",
    title: "A call that works on several resources is allowed on each",
    why: "IAM asks for every resource of a call: allowed on the subnet and not on the interface, no instance starts.",
    fix: "Allow the action on each kind of resource that the Service Authorization Reference marks as required.",
    references: [
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    check: callsOnAllTheirResources,
  },
  {
    id: "identity/wildcards-where-read",
    severity: "high",
    title: "Conditions compare with wildcards only where wildcards are read",
    why: "StringEquals takes * as a character: an Allow never holds then, and a Deny with StringNotEquals always does.",
    fix: "Use StringLike, StringNotLike or ArnLike, or write the value out.",
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
    ],
    check: wildcardsWhereRead,
  },
];
