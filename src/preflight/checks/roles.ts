import type { Environment } from "../../environments/schema";
import type { Account } from "../account";
import { accountOf, type Check, lastPartOf, problem, type Said, type SessionFound } from "../check";

const GITHUB = "token.actions.githubusercontent.com";

export const roles: Check = {
  id: "roles",
  title: "Terraform's role can be taken, and whom its roles trust is there",
  run: async ({ environment, account, session }) => {
    const said: Said[] = [...refusal(session)];
    for (const [field, arn] of named(environment)) {
      if (arn === session.roleArn && session.refusal !== undefined) continue;
      said.push(...(await missing(field, arn, environment, account)));
    }
    const { github } = environment.terraformAccess ?? {};
    if (github !== undefined && !(await account.openIdProviders()).some((url) => url.endsWith(GITHUB))) {
      const found = `the account has no OpenID Connect provider ${GITHUB}, by whose tokens ${github.repository} would come`;
      const fix = `aws iam create-open-id-connect-provider --url https://${GITHUB} --client-id-list sts.amazonaws.com`;
      said.push(problem("terraformAccess.github", found, fix));
    }
    return said;
  },
};

function refusal({ roleArn, refusal: why }: SessionFound): readonly Said[] {
  if (roleArn === undefined || why === undefined) return [];
  const fix = "Trust the caller in the role, or set BALLAST_ROLE to a role that may be taken";
  return [problem(roleArn, `can't be taken: ${why}`, fix)];
}

/** Roles and users that the environment names, by field. */
function named({
  deployRoleArn,
  bootstrapRoleArn,
  terraformAccess,
}: Environment): readonly (readonly [string, string])[] {
  const roleArns = Object.entries({ deployRoleArn, bootstrapRoleArn }).flatMap(([field, arn]) =>
    arn === undefined ? [] : [[field, arn] as const],
  );
  const principals = (terraformAccess?.principals ?? []).map(
    (arn, index) => [`terraformAccess.principals[${index}]`, arn] as const,
  );
  return [...roleArns, ...principals];
}

async function missing(
  field: string,
  arn: string,
  environment: Environment,
  account: Account,
): Promise<readonly Said[]> {
  const isPrincipal = field.startsWith("terraformAccess");
  if (accountOf(arn) !== environment.accountId) {
    // Whom a role trusts may be another account's; it can't be looked up from here.
    return isPrincipal ? [] : [problem(field, `${arn} isn't of account ${environment.accountId}`)];
  }
  const isThere = arn.includes(":user/") ? account.hasUser(lastPartOf(arn)) : account.hasRole(lastPartOf(arn));
  if (await isThere) return [];
  // Terraform's own roles come with the bootstrap, which another role does.
  const fix = lastPartOf(arn).startsWith(`${environment.name}-terraform-`)
    ? `npm run bootstrap -- ${environment.name} --yes`
    : "Make it, or correct the field";
  return [problem(field, `${arn} isn't there`, fix)];
}
