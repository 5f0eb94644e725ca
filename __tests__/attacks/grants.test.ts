import { Account } from "../support/iam/account";
import { listOf, nameOf } from "../support/iam/policy";
import { ask, type Grant } from "../support/iam/request";
import { usesOf } from "../support/iam/uses/all";

/** Terraform's own are derived from the resources, and tested there. */
const TERRAFORM = /^aws_iam_(role|role_policy|policy)\.(terraform_|boundary)/;

describe.each(["production", "staging", "demo"])("%s: each grant of each run-time role is used", (environment) => {
  const account = Account.of(environment);
  const uses = usesOf(account);
  let used: readonly Grant[];

  beforeAll(async () => {
    used = (await Promise.all(uses.map((use) => ask(account, use)))).flatMap(({ grants }) => grants);
  });

  test.each(uses.map((use) => [use.when, use.does, use] as const))("%s: %s is allowed", async (_, __, use) => {
    expect(await ask(account, use)).toMatchObject({ verdict: "allowed" });
  });

  test("every role is taken, and every statement, action and resource of its policies is used by a call", () => {
    const holders = [...account.roles.values()].flatMap(({ address, policies }) => [address, ...policies]);
    const grants = holders.filter((holder) => !TERRAFORM.test(holder)).flatMap((holder) => grantsOf(account, holder));
    const usedTexts = new Set(used.flatMap(textsOf));
    expect(grants.length).toBeGreaterThan(5);
    expect(grants.filter((grant) => !usedTexts.has(grant))).toEqual([]);
  });
});

/** What a policy allows: each action and each resource of each statement. */
function grantsOf(account: Account, holder: string): readonly string[] {
  const document = account.document(holder);
  return document.Statement.filter(({ Effect }) => Effect === "Allow").flatMap((statement) =>
    [...listOf(statement.Action), ...listOf(statement.Resource)].map(
      (part) => `${holder}: ${nameOf(document, statement)}: ${part}`,
    ),
  );
}

function textsOf({ holder, statement, action, resources }: Grant): readonly string[] {
  return [action, ...resources].map((part) => `${holder}: ${statement}: ${part}`);
}
