import { Account } from "../support/iam/account";
import { ask, type Grant, withoutGrants } from "../support/iam/request";
import { usesOf } from "../support/iam/uses/all";
import type { Call } from "./calls/call";
import { resourceCalls } from "./calls/resources";
import { terraformCalls } from "./calls/terraform";

const account = Account.of("production");
const calls: readonly Call[] = [
  ...usesOf(account).map(({ when, ...use }) => ({ ...use, what: `${when}: ${use.does}`, breaks: when })),
  ...resourceCalls(account),
  ...terraformCalls(account),
];

test("there are 45 calls", () => expect(calls.length).toBeGreaterThanOrEqual(45));

describe.each(calls.map((call) => [call.what, call] as const))("%s", (_, call) => {
  let grants: readonly Grant[];

  test("is allowed, by policies of the stacks", async () => {
    const answer = await ask(account, call);
    expect(answer.verdict).toBe("allowed");
    grants = answer.grants;
    expect(grants).not.toEqual([]);
  });

  test(`without what allows it, ${call.breaks} fails`, async () => {
    // The caller's policies, the resource's, the endpoint's, the boundary: each has to allow it.
    for (const layer of new Set(grants.map((grant) => grant.layer))) {
      const ablated = withoutGrants(
        account,
        grants.filter((grant) => grant.layer === layer),
      );
      expect([layer, (await ask(ablated, call)).verdict]).not.toEqual([layer, "allowed"]);
    }
  });
});

test("each statement that lets somebody use a resource is used by one of the calls", async () => {
  const used = (await Promise.all(calls.map((call) => ask(account, call)))).flatMap(({ grants }) => grants);
  const usedNames = new Set(used.map(({ holder, statement }) => `${holder}: ${statement}`));
  const names = [...account.documents].flatMap(([holder, { Statement }]) =>
    Statement.filter(({ Effect, Principal }) => Effect === "Allow" && Principal !== undefined).map(
      ({ Sid }, index) => `${holder}: ${Sid ?? index + 1}`,
    ),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !usedNames.has(name))).toEqual([]);
});
