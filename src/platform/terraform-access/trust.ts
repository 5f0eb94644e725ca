import type { Environment } from "../../environments/schema";
import type { TerraformRoleKind } from "../../environments/session";
import type { Statement } from "../policy";

const GITHUB = "token.actions.githubusercontent.com";

/** Stands for a repository in the modes that never reach AWS. */
const DUMMY = { github: { repository: "example/platform" }, principals: [] };

/**
 * Who may take one of Terraform's roles: the named repository's pipelines, by the exact claims of GitHub's token, and the
 * named principals. `sub` is one text, never a pattern: `repo:OWNER/NAME:*` would be every branch that anybody pushes.
 */
export function terraformTrust(environment: Environment, role: TerraformRoleKind): readonly Statement[] {
  const { accountId } = environment;
  const { github, principals } = accessOf(environment);
  const statements: Statement[] = [];
  if (github !== undefined) {
    const deployment = `repo:${github.repository}:environment:${github.environment ?? environment.name}`;
    // A pull request is planned before anybody has approved it; it changes nothing.
    const subjects = role === "plan" ? [deployment, `repo:${github.repository}:pull_request`] : [deployment];
    statements.push({
      Sid: "GitHubActions",
      Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${GITHUB}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com", [`${GITHUB}:sub`]: subjects } },
    });
  }
  if (principals.length > 0) {
    statements.push({ Sid: "Principals", Principal: { AWS: principals }, Action: "sts:AssumeRole" });
  }
  return statements;
}

/** As the environment says; else for the role that makes the two. */
function accessOf({ terraformAccess, bootstrapRoleArn, deployRoleArn }: Environment): TerraformAccess {
  if (terraformAccess !== undefined) return terraformAccess;
  const maker = bootstrapRoleArn ?? deployRoleArn;
  return maker === undefined ? DUMMY : { principals: [maker] };
}

type TerraformAccess = NonNullable<Environment["terraformAccess"]>;
