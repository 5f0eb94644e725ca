import type { Protection } from "../support/iam/protection";
import type { Caller } from "../support/iam/request";
import type { Attempt } from "./attempts/attempt";

/** The table of attempts as a document: what is tried, and what decides that it isn't allowed. */
export function attacksMarkdown(groups: ReadonlyMap<string, readonly Attempt[]>): string {
  const count = [...groups.values()].flat().length;
  return [
    "# Attempts that must not be allowed",
    "",
    "Written by `WRITE_DOCUMENTS=1 npx jest __tests__/attacks/document` from `__tests__/attacks/attempts/`; a test compares the two.",
    `${count} attempts on \`production\`, evaluated against its policies, boundaries, trusts, key and bucket policies together. Each of`,
    "the things that decide is enough by itself: without all of them the attempt is allowed, and a test says so.",
    ...[...groups].flatMap(([title, attempts]) => ["", `## ${title}`, "", ...tableOf(attempts)]),
    "",
  ].join("\n");
}

const tableOf = (attempts: readonly Attempt[]): readonly string[] => [
  "| Attempt | By | Action | Decided by |",
  "| --- | --- | --- | --- |",
  ...attempts.map(({ what, by, does, because }) =>
    `| ${what} | ${inWords(by)} | \`${does}\` | ${because.map(decision).join("; or ")} |`.replaceAll("\n", " "),
  ),
];

function inWords(by: Caller): string {
  switch (by.kind) {
    case "role":
      return `\`${by.address}\``;
    case "service":
      return by.name;
    case "principal":
      return `\`${by.arn}\``;
    case "federated":
      return `whom \`${by.provider}\` vouches for`;
    case "anonymous":
      return "anybody";
  }
}

function decision(protection: Protection): string {
  switch (protection.kind) {
    case "not granted":
      return "no policy of the caller's allows it";
    case "not trusted":
      return "no policy of what it is about names the caller";
    case "denied":
      return `\`${protection.statement}\` of \`${protection.holder}\` denies it`;
    case "condition":
      return `the condition on \`${protection.key}\` in \`${protection.statement}\` of \`${protection.holder}\``;
    case "closed":
      return "the bucket is closed to everybody outside the account";
  }
}
