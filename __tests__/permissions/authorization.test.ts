import { readFileSync } from "node:fs";
import { reasonAgainstScope, UNSCOPABLE } from "../../src/guardrails/vocabulary/unscopable-actions";
import { Account } from "../support/iam/account";
import { type Action, actionsOf, canBe, isKey } from "../support/iam/authorization";
import { listOf, nameOf, type PolicyStatement } from "../support/iam/policy";

/** Why a policy of a resource, which says who may use it, says `*`, by the type of what holds it. */
const STAR_OF_RESOURCES: { readonly [type: string]: string } = {
  aws_kms_key: "in a key's policy, the key itself",
  aws_vpc_endpoint: "what passes through an endpoint, to whatever account; its conditions say whose",
};

/** The Reference has one entry for both generations of load balancers, and for these it is that of the first. */
const ENTRY_OF_CLASSIC_LOAD_BALANCERS = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"];

/** GitHub's claims that every OpenID Connect token has; the Reference lists only what is GitHub's own. */
const CLAIMS = /^token\.actions\.githubusercontent\.com:(sub|aud)$/;

describe.each(["production", "staging", "demo"])("%s, against the Service Authorization Reference", (environment) => {
  const account = Account.of(environment);
  const statements = [...account.documents].flatMap(([holder, document]) =>
    document.Statement.map((statement) => [`${holder}: ${nameOf(document, statement)}`, holder, statement] as const),
  );

  test.each(statements)("%s", async (_, holder, statement) => {
    expect(await problemsOf(holder, statement)).toEqual([]);
  });
});

test("docs/permissions.md lists each * of production, with a reason", () => {
  const account = Account.of("production");
  const policies = [...account.roles.values()].flatMap((role) => role.policies);
  const actions = policies
    .flatMap((policy) => account.document(policy).Statement)
    .filter(({ Effect, Resource }) => Effect === "Allow" && listOf(Resource).includes("*"))
    .flatMap(({ Action }) => listOf(Action));
  const document = readFileSync("docs/permissions.md", "utf8");
  expect(actions.length).toBeGreaterThan(5);
  for (const action of actions) {
    expect(document).toContain(`| \`${action}\` | ${reasonAgainstScope(action, "*")} |`);
  }
});

test.each(UNSCOPABLE.filter(({ because }) => because.includes("no resource type")))(
  "the Reference agrees: $because",
  async ({ actions, except = [] }) => {
    const named = (await Promise.all(actions.map(actionsOf))).flat();
    const scopable = named.filter(({ resourceTypes }) => resourceTypes.length > 0).map(({ name }) => name);
    expect(named.length).toBeGreaterThanOrEqual(actions.length);
    expect(scopable.sort()).toEqual([...except].sort());
  },
);

/** What the Reference has against a statement, a sentence each. */
async function problemsOf(holder: string, statement: PolicyStatement): Promise<readonly string[]> {
  const patterns = listOf(statement.Action);
  const named = await Promise.all(patterns.map(actionsOf));
  const problems = patterns.filter((pattern, index) => pattern !== "*" && named[index]?.length === 0);
  return [
    ...problems.map((pattern) => `there is no ${pattern}`),
    ...keyProblems(statement, named),
    ...(holder.startsWith("aws_iam_role.") ? [] : resourceProblems(holder, statement, named)),
  ];
}

function keyProblems(statement: PolicyStatement, named: readonly (readonly Action[])[]): readonly string[] {
  const keys = Object.values(statement.Condition ?? {}).flatMap(Object.keys);
  return keys
    .filter((key) => !CLAIMS.test(key))
    .flatMap((key) =>
      named
        // A pattern of actions that differ is asked whether any of them knows the key.
        .filter((actions) => actions.length > 0 && !actions.some((action) => isKey(action, key)))
        .map(([first]) => `${first?.name} has no condition key ${key}`),
    );
}

function resourceProblems(
  holder: string,
  { Effect, Resource }: PolicyStatement,
  named: readonly (readonly Action[])[],
): readonly string[] {
  const resources = listOf(Resource);
  const fits = (action: Action, resource: string) =>
    resource === "*" ||
    ENTRY_OF_CLASSIC_LOAD_BALANCERS.includes(action.name) ||
    action.resourceTypes.some((type) => canBe(resource, type));
  const actions = named.flat();
  return [
    ...named
      .filter((group) => group.length > 0 && !group.some((action) => resources.some((one) => fits(action, one))))
      .map(([first]) => `${first?.name} is about none of ${resources.join(", ")}`),
    ...resources
      .filter((resource) => actions.length > 0 && !actions.some((action) => fits(action, resource)))
      .map((resource) => `none of the actions is about ${resource}`),
    ...(Effect === "Allow" && resources.includes("*") && STAR_OF_RESOURCES[holder.split(".")[0] ?? ""] === undefined
      ? actions
          .filter(({ name, resourceTypes }) => resourceTypes.length > 0 && reasonAgainstScope(name, "*") === undefined)
          .map(({ name }) => `${name} on *`)
      : []),
  ];
}
