import { Account } from "../support/iam/account";
import { lift } from "../support/iam/protection";
import { ask } from "../support/iam/request";
import type { Attempt } from "./attempts/attempt";
import { resourceAttempts } from "./attempts/resources";
import { runTimeAttempts } from "./attempts/run-time";
import { terraformAttempts } from "./attempts/terraform";
import { trustAttempts } from "./attempts/trust";

const account = Account.of("production");
const attempts: readonly Attempt[] = [
  ...runTimeAttempts(account),
  ...trustAttempts(account),
  ...resourceAttempts(account),
  ...terraformAttempts(account),
];

test("there are 60 attempts, each its own", () => {
  expect(attempts.length).toBeGreaterThanOrEqual(60);
  expect(new Set(attempts.map(({ what }) => what)).size).toBe(attempts.length);
});

describe.each(attempts.map((attempt) => [attempt.what, attempt] as const))("%s", (_, attempt) => {
  const { because } = attempt;

  test("is not allowed", async () => {
    const { verdict } = await ask(account, attempt);
    expect(verdict).not.toBe("allowed");
    if (because.some(({ kind }) => kind === "denied")) expect(verdict).toBe("denied");
  });

  test("would be, but for what protects", async () => {
    const { account: open, further } = lift(account, attempt, because);
    expect(await ask(open, attempt, further)).toMatchObject({ verdict: "allowed" });
  });

  if (because.length > 1) {
    test.each(because)("is not allowed by this alone: %j", async (kept) => {
      const { account: open, further } = lift(
        account,
        attempt,
        because.filter((protection) => protection !== kept),
      );
      expect((await ask(open, attempt, further)).verdict).not.toBe("allowed");
    });
  }
});
