import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Account } from "../support/iam/account";
import { resourceAttempts } from "./attempts/resources";
import { runTimeAttempts } from "./attempts/run-time";
import { terraformAttempts } from "./attempts/terraform";
import { trustAttempts } from "./attempts/trust";
import { attacksMarkdown } from "./document";

const DOCUMENT = join(__dirname, "../../docs/attacks.md");

test("docs/attacks.md has the attempts, and what decides each", () => {
  const account = Account.of("production");
  const text = attacksMarkdown(
    new Map([
      ["What runs", runTimeAttempts(account)],
      ["Who may be whom", trustAttempts(account)],
      ["What is kept", resourceAttempts(account)],
      ["Terraform's own roles", terraformAttempts(account)],
    ]),
  );
  if (process.env.WRITE_DOCUMENTS !== undefined) writeFileSync(DOCUMENT, text);
  expect(readFileSync(DOCUMENT, "utf8")).toBe(text);
});
