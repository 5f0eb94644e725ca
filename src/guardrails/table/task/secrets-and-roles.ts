import type { Rule } from "../../rule";
import { imageAndLogPermitted } from "../../rules/task/image-and-log-permitted";
import { noSecretsInEnvironment } from "../../rules/task/no-secrets-in-environment";
import { rolesApart } from "../../rules/task/roles-apart";
import { secretsByArn } from "../../rules/task/secrets-by-arn";
import { secretsNotOverGranted } from "../../rules/task/secrets-not-over-granted";
import { secretsReadable } from "../../rules/task/secrets-readable";

/** Secrets, and the roles of tasks. */
export const secretsAndRoles: readonly Rule[] = [
  {
    id: "task/secrets-by-arn",
    severity: "high",
    title: "Secrets are named by the ARN of a parameter or a secret",
    why: "A bare name is looked up in whatever region and account the task is in; anything else is the secret itself.",
    fix: "Set valueFrom to the ARN of an SSM parameter or of a Secrets Manager secret.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"],
    check: secretsByArn,
  },
  {
    id: "task/no-secrets-in-environment",
    severity: "high",
    title: "Environment variables hold no secret",
    why: "They stand in the state, in the task definition and in every description of it, in plain text.",
    fix: "Put the value into an SSM parameter or a secret, name its ARN in secrets, and change the value.",
    references: ["FSBP ECS.8", "AVD-AWS-0036"],
    check: noSecretsInEnvironment,
  },
  {
    id: "task/secrets-readable",
    severity: "high",
    title: "The execution role may read the secrets of its containers",
    why: "Otherwise no task starts: it stops before there is a log, and retries ever more slowly, up to 15 minutes.",
    fix: "Allow ssm:GetParameters or secretsmanager:GetSecretValue on their ARNs in the execution role's policy.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"],
    check: secretsReadable,
  },
  {
    id: "task/secrets-not-over-granted",
    severity: "high",
    title: "The execution role may read its containers' secrets and no others",
    why: "Whoever can start a task with that role reads every secret that it may read.",
    fix: "List the exact ARNs that the containers have in secrets, without a wildcard.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"],
    check: secretsNotOverGranted,
  },
  {
    id: "task/image-and-log-permitted",
    severity: "high",
    title: "The execution role may pull the image and write the log",
    why: "Otherwise no task starts, and none says why in a log.",
    fix: "Allow ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on the repository, logs:CreateLogStream and logs:PutLogEvents on the log group.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"],
    check: imageAndLogPermitted,
  },
  {
    id: "task/roles-apart",
    severity: "high",
    title: "Tasks have an execution role and another role, which nobody else takes",
    why: "With one role for both, the application may read every secret and pull every image that the agent may; with none, it is anybody's guess what it may; with another service's, it may what that one may.",
    fix: "Set execution_role_arn and task_role_arn to two roles, the latter to one of the task's own.",
    references: ["CKV_AWS_249"],
    check: rolesApart,
  },
];
