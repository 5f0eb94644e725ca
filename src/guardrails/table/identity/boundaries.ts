import type { Rule } from "../../rule";
import { boundaryDenies } from "../../rules/identity/boundary-denies";
import { boundaryLeavesWork } from "../../rules/identity/boundary-leaves-work";
import { serviceLinkedRolesMakeable } from "../../rules/identity/service-linked-roles-makeable";
import { serviceLinkedRolesNamed } from "../../rules/identity/service-linked-roles-named";

/** What is said of permissions boundaries, and of who makes the roles under them. */
export const boundaries: readonly Rule[] = [
  {
    id: "identity/boundary-leaves-work",
    severity: "high",
    title: "A permissions boundary leaves the roles of ECS, Step Functions and logs what they work by",
    why: "What the boundary leaves out is refused, whatever the role's own policy says: instances don't join, images aren't pulled, automations don't start.",
    fix: "Allow in the boundary the actions that the finding names, for the services that the pipeline may pass roles to.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"],
    check: boundaryLeavesWork,
  },
  {
    id: "identity/boundary-denies",
    severity: "high",
    title: "A permissions boundary denies IAM and Terraform's state in so many words",
    why: "What a boundary only leaves out can still be given by the policy of a bucket, a key or a table; what it denies can't.",
    fix: "Deny iam:Create*, Put*, Attach* and the like on *, and the state's bucket, lock table and key.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"],
    check: boundaryDenies,
  },
  {
    id: "identity/service-linked-roles-makeable",
    severity: "medium",
    title: "Pipelines may make the service-linked roles of what they make",
    why: "In an account where nobody used the service before, the first cluster, load balancer or Spot request fails without its role.",
    fix: "Allow iam:CreateServiceLinkedRole on the role of the service that the finding names, with a condition on iam:AWSServiceName.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html"],
    check: serviceLinkedRolesMakeable,
  },
  {
    id: "identity/service-linked-roles-named",
    severity: "low",
    title: "Service-linked roles are named where they may be made or deleted",
    why: "A service may have several, told apart by a suffix: a wildcard for the name reaches those of other environments.",
    fix: "Name the role behind its service: role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_<suffix>.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html"],
    check: serviceLinkedRolesNamed,
  },
];
