import { compareLedger, ledgerFindings } from "../../src/guardrails/ledger";
import { recordLedger } from "../../src/guardrails/ledger-record";
import { readPlan } from "../../src/plan/read";
import { PROTECTED, platformDocument } from "../support/platform-document";

const STACK = "production-platform";
const stacks = (...args: Parameters<typeof platformDocument>) =>
  new Map([[STACK, readPlan(platformDocument(...args))]]);
const pins = (...addresses: string[]) => ({ production: { [STACK]: addresses } });
const cluster = { aws_ecs_cluster: { cluster: PROTECTED } };

describe("a pinned address", () => {
  test("that is there under prevent_destroy is fine", () => {
    expect(ledgerFindings(pins("aws_ecs_cluster.cluster"), stacks({ resource: cluster }), true)).toEqual([]);
  });

  test("that is gone would be destroyed; the finding says both ways on", () => {
    const [finding] = ledgerFindings(pins("aws_ecs_cluster.cluster"), stacks(), true);
    expect(finding).toMatchObject({ source: STACK, address: "aws_ecs_cluster.cluster", detail: "would be destroyed" });
    expect(finding?.fix).toContain("npm run ledger -- production --move aws_ecs_cluster.cluster=NEW_ADDRESS");
    expect(finding?.fix).toContain("npm run ledger -- production --remove aws_ecs_cluster.cluster");
  });

  test("that has lost prevent_destroy would no longer be protected", () => {
    const unprotected = stacks({ resource: { aws_ecs_cluster: { cluster: {} } } });
    expect(ledgerFindings(pins("aws_ecs_cluster.cluster"), unprotected, true)).toMatchObject([
      { detail: "would no longer be protected" },
    ]);
  });

  test("may be moved, through several moved blocks, to one that is protected", () => {
    const moved = [
      { from: "aws_ecs_cluster.older", to: "aws_ecs_cluster.old" },
      { from: "aws_ecs_cluster.old", to: "aws_ecs_cluster.cluster" },
    ];
    expect(ledgerFindings(pins("aws_ecs_cluster.older"), stacks({ resource: cluster, moved }), true)).toEqual([]);
    expect(ledgerFindings(pins("aws_ecs_cluster.older"), stacks({ moved }), true)).toHaveLength(1);
  });

  test("of a stack that is missing is lost where the environment is whole", () => {
    const ledger = { production: { "production-state": ["aws_s3_bucket.state"] } };
    expect(ledgerFindings(ledger, stacks(), true)).toMatchObject([{ source: "production-state" }]);
    expect(ledgerFindings(ledger, stacks(), false)).toEqual([]);
  });

  test("of another environment is left alone", () => {
    expect(ledgerFindings(pins("aws_ecs_cluster.cluster"), stacks({ environment: "staging" }), true)).toEqual([]);
  });
});

test("an environment with pinned addresses can't be made disposable", () => {
  const findings = ledgerFindings(pins("aws_ecs_cluster.cluster"), stacks({ disposable: true }), true);
  expect(findings).toMatchObject([{ detail: expect.stringContaining("production is disposable") }]);
});

test("a ring of moved blocks leads nowhere, and ends", () => {
  const moved = [
    { from: "aws_lb.a", to: "aws_lb.b" },
    { from: "aws_lb.b", to: "aws_lb.a" },
  ];
  expect(compareLedger({ [STACK]: ["aws_lb.a"] }, stacks({ moved })).lost).toHaveLength(1);
});

describe("recording", () => {
  const NONE = { moves: new Map<string, string>(), removals: [] };
  const two = stacks({ resource: { aws_lb: { b: PROTECTED, a: PROTECTED, c: {} } } });

  test("adds what is protected and new, sorted, and says so", () => {
    expect(recordLedger({}, two, NONE)).toEqual({
      entries: { [STACK]: ["aws_lb.a", "aws_lb.b"] },
      changes: [`+ ${STACK}: aws_lb.a`, `+ ${STACK}: aws_lb.b`],
      problems: [],
      unnamed: [],
    });
  });

  test("refuses what was lost and isn't named", () => {
    const { unnamed } = recordLedger({ [STACK]: ["aws_lb.a", "aws_lb.b", "aws_lb.gone"] }, two, NONE);
    expect(unnamed).toEqual([{ stack: STACK, address: "aws_lb.gone", consequence: "would be destroyed" }]);
  });

  test("takes out what may go", () => {
    const edits = { ...NONE, removals: ["aws_lb.gone"] };
    expect(recordLedger({ [STACK]: ["aws_lb.a", "aws_lb.b", "aws_lb.gone"] }, two, edits)).toMatchObject({
      entries: { [STACK]: ["aws_lb.a", "aws_lb.b"] },
      changes: [`- ${STACK}: aws_lb.gone`],
      problems: [],
      unnamed: [],
    });
  });

  test("moves by name to what is protected", () => {
    const edits = { ...NONE, moves: new Map([["aws_lb.old", "aws_lb.b"]]) };
    expect(recordLedger({ [STACK]: ["aws_lb.a", "aws_lb.old"] }, two, edits)).toMatchObject({
      changes: [expect.stringContaining(`> ${STACK}: aws_lb.old moved to aws_lb.b; no moved block`)],
      problems: [],
      unnamed: [],
    });
  });

  test.each([
    ["an unknown address", ["aws_lb.x"], [], "aws_lb.x isn't in the ledger"],
    ["a protected one", ["aws_lb.a"], [], "aws_lb.a is still protected"],
    ["a move to what isn't protected", [], [["aws_lb.gone", "aws_lb.c"]], "can't have moved to aws_lb.c"],
  ] as const)("refuses %s", (_, removals, moves, problem) => {
    const entries = { [STACK]: ["aws_lb.a", "aws_lb.b", "aws_lb.gone"] };
    const { problems } = recordLedger(entries, two, { removals, moves: new Map(moves) });
    expect(problems).toContainEqual(expect.stringContaining(problem));
  });
});
