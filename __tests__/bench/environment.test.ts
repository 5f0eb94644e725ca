import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchEnvironment } from "../../bench/environment";
import { loadEnvironments } from "../../src/environments/load";

test.each([2, 10, 25, 50])("a bench environment of %d services is a good one", (count) => {
  const folder = mkdtempSync(join(tmpdir(), "ballast-bench-test-"));
  try {
    const file = join(folder, "bench.ts");
    writeFileSync(file, `module.exports.default = ${JSON.stringify(benchEnvironment(count))};\n`);
    const [loaded] = loadEnvironments({ selector: file, mode: "offline" });
    expect(loaded?.environment.services).toHaveLength(count);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
