import type { Check } from "../../rule";
import { judgePermissions } from "../../vocabulary/permissions";
import { isAbout } from "../../vocabulary/statements";

/** Each returns a key, a password or a token that works from anywhere. Not that of ECR, which only pulls what one may pull. */
const CREDENTIALS = [
  "cognito-identity:GetCredentialsForIdentity",
  "cognito-idp:DescribeUserPoolClient",
  "connect:GetFederationToken",
  "ec2:GetPasswordData",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreateServiceSpecificCredential",
  "iam:ResetServiceSpecificCredential",
  "iam:UpdateAccessKey",
  "lightsail:DownloadDefaultKeyPair",
  "lightsail:GetInstanceAccessDetails",
  "redshift:GetClusterCredentials",
  "sts:GetFederationToken",
  "sts:GetSessionToken",
];

export const noCredentialsHandedOut: Check = (plan) =>
  judgePermissions(plan, (statement) => CREDENTIALS.filter((action) => isAbout(statement, action)));
