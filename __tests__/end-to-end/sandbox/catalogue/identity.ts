import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { type ChangeByHand, GONE } from "./change";

const EVERYTHING = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

export const identity: readonly ChangeByHand[] = [
  {
    id: "inline-policy-added",
    service: "iam",
    what: "an inline policy more on the instances' role",
    do: ({ iam }, of) =>
      iam.send(
        new PutRolePolicyCommand({
          RoleName: of("aws_iam_role.instance"),
          PolicyName: "debug",
          PolicyDocument: EVERYTHING,
        }),
      ),
    address: "aws_iam_role_policies_exclusive.instance",
    attribute: "policy_names",
  },
  {
    id: "inline-policy-changed",
    service: "iam",
    what: "an inline policy of an execution role opened",
    do: ({ iam }, of) =>
      iam.send(
        new PutRolePolicyCommand({
          RoleName: of("aws_iam_role_policy.web_execution", "role"),
          PolicyName: of("aws_iam_role_policy.web_execution", "name"),
          PolicyDocument: EVERYTHING,
        }),
      ),
    address: "aws_iam_role_policy.web_execution",
    attribute: "policy",
  },
  {
    id: "inline-policy-deleted",
    service: "iam",
    what: "the drain guard's policy deleted",
    do: ({ iam }, of) =>
      iam.send(
        new DeleteRolePolicyCommand({
          RoleName: of("aws_iam_role_policy.drain_guard", "role"),
          PolicyName: of("aws_iam_role_policy.drain_guard", "name"),
        }),
      ),
    address: "aws_iam_role_policy.drain_guard",
    attribute: GONE,
  },
  {
    id: "policy-attached",
    service: "iam",
    what: "a managed policy attached to a task's role",
    do: async ({ iam }, of) => {
      const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: "power", PolicyDocument: EVERYTHING }));
      await iam.send(new AttachRolePolicyCommand({ RoleName: of("aws_iam_role.web_task"), PolicyArn: Policy?.Arn }));
    },
    address: "aws_iam_role_policy_attachments_exclusive.web_task",
    attribute: "policy_arns",
  },
  {
    id: "trust-widened",
    service: "iam",
    what: "a task's role lent to a whole account",
    do: ({ iam }, of) =>
      iam.send(
        new UpdateAssumeRolePolicyCommand({
          RoleName: of("aws_iam_role.api_task"),
          PolicyDocument: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
              { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111111111111:root" }, Action: "sts:AssumeRole" },
            ],
          }),
        }),
      ),
    address: "aws_iam_role.api_task",
    attribute: "assume_role_policy",
  },
  {
    id: "longer-sessions",
    service: "iam",
    what: "sessions of twelve hours",
    do: ({ iam }, of) =>
      iam.send(new UpdateRoleCommand({ RoleName: of("aws_iam_role.spot_fallback"), MaxSessionDuration: 43_200 })),
    address: "aws_iam_role.spot_fallback",
    attribute: "max_session_duration",
  },
  {
    id: "boundary-removed",
    service: "iam",
    what: "a role's permissions boundary removed",
    do: ({ iam }, of) =>
      iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: of("aws_iam_role.api_execution") })),
    address: "aws_iam_role.api_execution",
    attribute: "permissions_boundary",
  },
  {
    id: "role-tagged",
    service: "iam",
    what: "a tag that decides nothing yet, on a role",
    do: ({ iam }, of) =>
      iam.send(
        new TagRoleCommand({ RoleName: of("aws_iam_role.drain_guard_trigger"), Tags: [{ Key: "team", Value: "x" }] }),
      ),
    address: "aws_iam_role.drain_guard_trigger",
    attribute: "tags_all",
  },
  {
    id: "instances-without-role",
    service: "iam",
    what: "the role taken out of the instance profile",
    do: ({ iam }, of) =>
      iam.send(
        new RemoveRoleFromInstanceProfileCommand({
          InstanceProfileName: of("aws_iam_instance_profile.instance"),
          RoleName: of("aws_iam_role.instance"),
        }),
      ),
    address: "aws_iam_instance_profile.instance",
    attribute: "role",
  },
];
