import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEnvironments } from "../../src/environments/load";
import { buildApp } from "../../src/stacks/synthesize";
import { documentsOf } from "../../src/stacks/validation";

const environments = loadEnvironments({ mode: "offline" });
const directory = mkdtempSync(join(tmpdir(), "ballast-synthesize-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** Every file that a synthesis in a folder of that name writes, by its path. */
function written(name: string): ReadonlyMap<string, string> {
  const outdir = join(directory, name);
  buildApp({ environments, mode: "offline", outdir }).synth();
  const files = readdirSync(outdir, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    files.flatMap((file) => {
      const path = join(outdir, file);
      return statSync(path).isFile() ? [[file, readFileSync(path, "utf8")] as const] : [];
    }),
  );
}

describe("the app", () => {
  test("has two stacks for each environment, named after it", () => {
    const app = buildApp({ environments, mode: "offline", outdir: directory });
    expect([...documentsOf(app).keys()].sort()).toEqual([
      "demo-platform",
      "demo-state",
      "production-platform",
      "production-state",
      "staging-platform",
      "staging-state",
    ]);
  });

  test("writes the same bytes each time, and nothing of the machine that it runs on", () => {
    const first = written("first");
    expect(first.size).toBeGreaterThan(6);
    expect(written("second")).toEqual(first);
    expect([...first.values()].join()).not.toContain(process.cwd());
  });

  test.each(["sandbox", "aws"] as const)("differs in %s mode in provider and backend alone", (mode) => {
    const common = (of: "offline" | "sandbox" | "aws") =>
      [...documentsOf(buildApp({ environments, mode: of, outdir: directory }))].map(([stack, document]) => {
        const { provider, terraform, ...rest } = Object(document);
        const { backend, ...settings } = terraform;
        // CDKTF's comment, which names the backend again.
        delete rest["//"].metadata.backend;
        expect({ provider, backend }).toEqual({ provider: expect.anything(), backend: expect.anything() });
        return [stack, { ...rest, settings }];
      });
    expect(common(mode)).toEqual(common("offline"));
  });
});
