import type { Rule } from "../../rule";
import { actionsInFull } from "../../rules/identity/actions-in-full";
import { conditionsNameRegionsAndAccounts } from "../../rules/identity/conditions-name-regions-and-accounts";
import { noPrefixesOfNames } from "../../rules/identity/no-prefixes-of-names";
import { policiesComplete } from "../../rules/identity/policies-complete";
import { resourcesNameRegionsAndAccounts } from "../../rules/identity/resources-name-regions-and-accounts";

/** How policies are written. */
export const wording: readonly Rule[] = [
  {
    id: "identity/policies-complete",
    severity: "high",
    title: "Policies say version, effect, actions, resources and principals",
    why: "AWS refuses a statement that lacks one, in the middle of an apply; without the version of 2012, variables such as ${aws:username} are plain text.",
    fix: 'Give the policy Version = "2012-10-17", and each statement what it lacks.',
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"],
    check: policiesComplete,
  },
  {
    id: "identity/actions-in-full",
    severity: "medium",
    title: "Policies name each action in full",
    why: "ecr:Get* is what AWS makes of it: an action that is added next year, and that nobody here has looked at, is allowed on that day.",
    fix: "List the actions that are called. Describe and List may keep a wildcard: they change nothing and read no data.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
    check: actionsInFull,
  },
  {
    id: "identity/no-prefixes-of-names",
    severity: "medium",
    title: "Policies continue no resource's own name by a wildcard",
    why: "Of a log group web, arn* is also web-billing: whatever begins alike, made by anybody, later.",
    fix: "Put the separator before the wildcard, as in arn:* or arn/*, or leave it out.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"],
    check: noPrefixesOfNames,
  },
  {
    id: "identity/conditions-name-regions-and-accounts",
    severity: "medium",
    title: "Conditions on ARNs name region, account, kind of resource, and its name where it has one",
    why: "A wildcard in their place lets the same service act for another region, another account or another of its resources, which is what the condition is there against.",
    fix: "Write region and account into the ARN of the condition, and the type of resource: arn:aws:ec2:REGION:ACCOUNT:vpc-flow-log/*; of rules, machines, alarms, roles, policies and clusters, a name or its prefix too.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
    check: conditionsNameRegionsAndAccounts,
  },
  {
    id: "identity/resources-name-regions-and-accounts",
    severity: "medium",
    title: "Policies allow what is in one region and one account",
    why: "A wildcard for the region opens the copy of a name in sixteen other regions, where nobody looks; one for the account opens those that others share. A bare * after the account is every kind of thing that the service has.",
    fix: "Write region and account into the ARNs of Allow statements, and the type of resource before the wildcard.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"],
    check: resourcesNameRegionsAndAccounts,
  },
];
