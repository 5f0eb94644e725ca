import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPlan } from "../../../src/plan/read";
import { expectEquivalent } from "../../support/equivalence";
import { synthesized } from "../../support/synthesized";

const folder = mkdtempSync(join(tmpdir(), "ballast-equivalence-"));
afterAll(() => rmSync(folder, { recursive: true }));

const hasTerraform = spawnSync("terraform", ["version"]).status === 0;
const withTerraform = hasTerraform ? test : test.skip;

withTerraform.each([["production"], ["staging"], ["demo"]])(
  "%s and Terraform's plan of it say the same of every argument",
  (environment) => {
    for (const [stack, document] of synthesized(environment)) {
      const directory = join(folder, stack);
      mkdirSync(directory);
      writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(document));
      const terraform = (...parameters: readonly string[]) =>
        execFileSync("terraform", [`-chdir=${directory}`, ...parameters], { maxBuffer: 64 * 1024 * 1024 });
      terraform("init", "-input=false");
      terraform("plan", "-input=false", "-out=plan.bin");
      expectEquivalent(readPlan(document), readPlan(JSON.parse(terraform("show", "-json", "plan.bin").toString())));
    }
  },
);
