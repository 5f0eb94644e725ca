import { z } from "zod";

const github = z.strictObject({
  /** Repository whose workflows may take the roles, `"OWNER/NAME"`, as GitHub spells it. */
  repository: z
    .string()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?\/[\w.-]{1,100}$/, 'a repository, "OWNER/NAME"'),
  /**
   * GitHub's environment that a job must run in to apply; its reviewers and branches are the gate before the account. The
   * plan role also takes pull requests.
   * @default - the environment's name
   */
  environment: z
    .string()
    .regex(/^[\w.-]{1,255}$/, "letters, digits, dots, hyphens and underscores, as GitHub names the environment")
    .optional(),
});

/** Whom Terraform's two roles are for: at least one of the fields names somebody. */
export const terraformAccess = z.strictObject({
  /**
   * Workflows of a GitHub repository, by the tokens of the account's OIDC provider `token.actions.githubusercontent.com`.
   * @default - none
   */
  github: github.optional(),
  /**
   * ARNs of IAM roles and users of people or other pipelines; no account as a whole, no pattern.
   * @default []
   */
  principals: z
    .array(
      z
        .string()
        .regex(
          /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/,
          "ARN of an IAM role or user, without wildcards",
        ),
    )
    .default([]),
});
