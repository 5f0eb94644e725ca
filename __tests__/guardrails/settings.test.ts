import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readExemptions, readLedger } from "../../src/guardrails/settings";
import { SettingsError } from "../../src/guardrails/settings-error";
import { RULES } from "../../src/guardrails/table";

const file = (content: unknown) => {
  const path = join(mkdtempSync(join(tmpdir(), "settings-")), "file.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const problemsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
};
const entry = {
  rule: "network/flow-logs",
  address: "aws_vpc.network",
  reason: "flow logs are kept by the network's owner",
  expires: "2030-01-31",
};

test("an exemption has a rule, an address, a reason and an end", () => {
  expect(readExemptions(file([entry]), RULES)).toEqual([entry]);
});

test("no file is no exemption, and an empty ledger", () => {
  expect(readExemptions("/nowhere/exemptions.json", RULES)).toEqual([]);
  expect(readLedger("/nowhere/ledger.json")).toEqual({});
});

test("every problem of a file is told at once, with its place", () => {
  const { expires, ...endless } = entry;
  const path = file([
    endless,
    { ...entry, permanentBecause: "it will never change" },
    { ...entry, expires: "31.1.2030" },
    { ...entry, reason: "" },
    { ...entry, adress: "aws_vpc.network" },
    { ...entry, rule: 5, address: undefined },
    null,
  ]);
  expect(problemsOf(() => readExemptions(path, RULES))).toEqual([
    `${path}: [0]: give one of expires and permanentBecause, not both`,
    `${path}: [1]: give one of expires and permanentBecause, not both`,
    `${path}: [2].expires: a date, YYYY-MM-DD`,
    `${path}: [3].reason: a reason that a stranger understands, 10 characters or more`,
    `${path}: [4]: "adress" isn't a field; did you mean "address"?`,
    `${path}: [5].rule: give a text in quotes`,
    `${path}: [5].address: missing; give a text in quotes`,
    `${path}: [6]: give an object, { … }`,
  ]);
});

test("an exemption from a rule that isn't there names the nearest", () => {
  const path = file([{ ...entry, rule: "network/flow-log" }]);
  expect(problemsOf(() => readExemptions(path, RULES))).toEqual([
    `${path}: [0].rule: there is no rule "network/flow-log"; did you mean "network/flow-logs"?`,
  ]);
});

test("a file that isn't JSON, or isn't a file, is told as that", () => {
  expect(problemsOf(() => readLedger(file("{")))).toEqual([expect.stringContaining("isn't JSON")]);
  expect(problemsOf(() => readLedger(tmpdir()))).toEqual([expect.stringContaining("can't be read")]);
  expect(problemsOf(() => readLedger(file({ production: ["aws_lb.a"] })))).toEqual([
    expect.stringContaining("production: give an object"),
  ]);
});
