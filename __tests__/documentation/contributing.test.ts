import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleKind, transpileModule } from "typescript";
import { readPlan } from "../../src/plan/read";
import { defaultLoad } from "../../src/stress/load-profile";
import * as measures from "../../src/stress/measures";
import { platformFacts } from "../../src/stress/model/platform";
import { type Scenario, START_SECONDS } from "../../src/stress/scenario";
import { runSuite } from "../../src/stress/suite";
import { synthesized } from "../support/synthesized";

/** The scenario that the section is about, as a reader would write it to a file. */
function example(): Scenario {
  const text = readFileSync(join(__dirname, "../../CONTRIBUTING.md"), "utf8");
  const section = text.slice(text.indexOf("## Add a scenario"));
  const code = /```ts\n(.*?)```/s.exec(section)?.[1] ?? "";
  const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS } });
  const names = { ...measures, START_SECONDS };
  const run = new Function(...Object.keys(names), "exports", `${outputText}\nreturn exports.hardwareFailure;`);
  return run(...Object.values(names), {});
}

test("the worked example of a scenario runs, and its claim is measured and proven", () => {
  const facts = platformFacts(readPlan(synthesized("demo").get("demo-platform")));
  const subject = { facts, load: defaultLoad, seed: 1, runs: 1, analyses: false };
  const { scenarios } = runSuite({ ...subject, environment: "demo", scenarios: [example()] });
  expect(scenarios[0]?.claims[0]).toMatchObject({
    holds: expect.any(Boolean),
    measured: expect.any(Number),
    evidence: expect.arrayContaining([expect.objectContaining({ kind: "instance-gone" })]),
  });
});
