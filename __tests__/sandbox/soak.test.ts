import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { soakDocument } from "../end-to-end/sandbox/soak/document";
import { type SoakResult, SoakResults } from "../end-to-end/sandbox/soak/results";

const result = (id: string, outcome: SoakResult["outcome"], text = ""): SoakResult => ({
  id,
  outcome,
  text,
  seconds: 60,
  endedAt: "2026-11-28T12:00:00.000Z",
});

test("a soak goes on where it was broken off, and repeats what failed", () => {
  const folder = mkdtempSync(join(tmpdir(), "ballast-soak-"));
  new SoakResults(folder).write(result("fault-1", "held"));
  new SoakResults(folder).write(result("fault-2", "explained"));
  new SoakResults(folder).write(result("fault-3", "failed"));
  const again = new SoakResults(folder);
  expect(again.haveAll(["fault-1", "fault-2"])).toBe(true);
  expect(again.haveAll(["fault-3"])).toBe(false);
  expect(again.haveAll(["fault-4"])).toBe(false);
});

test("its document counts outcomes, and the changes by hand that a plan has shown, without controlled ones", () => {
  const results = [
    result("by-hand-key-policy", "held", "seen"),
    result("by-hand-rule-added", "explained", "not seen: a rule is\na resource of its own | really"),
    result("by-hand-desired-count", "held", "not reported"),
    result("fault-1", "failed", "left over"),
  ];
  const text = soakDocument([{ title: "All", results }], { moto: "5.2.1" });
  expect(text).toContain("2026-11-28; 4 minutes in all; moto 5.2.1");
  expect(text).toContain("4 cases: 2 held, 1 explained, 1 failed.");
  expect(text).toContain("Of 2 changes by hand, a plan has shown 1; 1 more");
  expect(text).toContain("| by-hand-key-policy | held | the key for everybody (`aws_kms_key.key`): seen |");
  expect(text).toContain("not seen: a rule is a resource of its own \\| really |");
});
