import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEnvironments, parseMode } from "../../src/environments/load";
import { InputError, type Problem } from "../../src/environments/problem";
import production from "../../src/environments/production";
import { edit } from "../support/edit";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ballast-environments-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file into the test's folder and gives its path. */
function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function writeEnvironment(name: string, environment: unknown): string {
  return write(name, `export default ${JSON.stringify(environment)};`);
}

/** What is wrong with what `load` loads. */
function problems(load: () => unknown): readonly Problem[] {
  try {
    load();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

function problemsOf(path: string): readonly Problem[] {
  return problems(() => loadEnvironments({ selector: path, mode: "offline" }));
}

describe("loading environments", () => {
  test("loads the project's three, each with its backend, and nothing else of the folder", () => {
    const loaded = loadEnvironments({ mode: "offline" });
    expect(loaded.map(({ environment, backend, file }) => [environment.name, backend.bucket, file])).toEqual([
      ["demo", "ballast-demo-state-000000000000", "src/environments/demo.ts"],
      ["production", "ballast-production-state-000000000000", "src/environments/production.ts"],
      ["staging", "ballast-staging-state-000000000000", "src/environments/staging.ts"],
    ]);
  });

  test("loads the one that is named, with every default resolved", () => {
    const [loaded, ...others] = loadEnvironments({ selector: "production", mode: "sandbox" });
    expect(others).toEqual([]);
    expect(loaded?.environment.capacity.targetCapacityPercent).toBe(80);
    expect(loaded?.environment.services[0]?.healthCheck.path).toBe("/healthz");
  });

  test.each([
    "src/environments/demo.ts",
    "./src/environments/demo.ts",
    join(__dirname, "../../src/environments/demo.ts"),
  ])("loads the one at the path %s", (selector) => {
    expect(loadEnvironments({ selector, mode: "offline" }).map(({ environment }) => environment.name)).toEqual([
      "demo",
    ]);
  });

  test("loads the one at a path from the given folder, and names its file from there", () => {
    writeEnvironment("mine.ts", production);
    expect(loadEnvironments({ selector: "mine.ts", cwd: folder, mode: "offline" })[0]?.file).toBe("mine.ts");
  });

  test("loads a file with another name than its environment's from any other folder", () => {
    const path = writeEnvironment("mine.ts", production);
    expect(loadEnvironments({ selector: path, mode: "offline" })[0]?.file).toBe(path);
  });

  test("wants the name of the file in its own folder", () => {
    writeEnvironment("canary.ts", production);
    expect(problems(() => loadEnvironments({ mode: "offline", directory: folder }))).toContainEqual({
      file: join(folder, "canary.ts"),
      path: "name",
      got: '"production"',
      allowed: 'its file\'s name, "canary"',
    });
  });

  test("tells the problems of all files at once", () => {
    writeEnvironment("one.ts", edit(production, { name: "one", disposable: 1 }));
    writeEnvironment("two.ts", edit(production, { name: "two", disposable: 2 }));
    const backendFile = write("backend.config.json", "{}");
    const all = problems(() => loadEnvironments({ mode: "offline", directory: folder, backendFile }));
    expect(all.map(({ file, path }) => `${file} ${path}`)).toEqual([
      `${join(folder, "one.ts")} disposable`,
      `${join(folder, "two.ts")} disposable`,
    ]);
  });

  test("names the nearest of the environments for an unknown one, and all", () => {
    expect(problemsOf("produciton")).toEqual([
      {
        file: "environment",
        path: "",
        got: '"produciton"',
        allowed: 'did you mean "production"? The environments are demo, production, staging; or give a file\'s path',
      },
    ]);
  });

  test.each(["", "schema", "load", "__proto__", "PRODUCTION"])("doesn't take %j for an environment", (selector) => {
    expect(problemsOf(selector)).toHaveLength(1);
  });
});

describe("a file that is no environment", () => {
  test.each([
    ["isn't there", "missing.ts", undefined, "no file"],
    ["is JavaScript", "a.js", "module.exports = {}", '".js"'],
    ["is JSON", "a.json", "{}", '".json"'],
    ["is empty", "a.ts", "", "no default export"],
    ["exports nothing by default", "a.ts", "export const name = 'x';", "no default export"],
    ["exports a function", "a.ts", "export default () => ({});", "a function"],
    ["exports a promise", "a.ts", "export default Promise.resolve({});", "a promise"],
    ["exports null", "a.ts", "export default null;", "null"],
    ["exports a list", "a.ts", "export default [];", "a list of 0"],
    ["isn't TypeScript", "a.ts", "name: production\n  region: [", "an error while loading it"],
    ["throws", "a.ts", "throw new Error('no luck');", "no luck"],
    ["throws nothing", "a.ts", "throw undefined;", "an error while loading it"],
    ["throws what is no error", "a.ts", "throw { code: 1 };", "it throws an object"],
    ["ends the program", "a.ts", "process.exit(0);", "process.exit(0) was called"],
    [
      "esbuild can't read",
      "a.ts",
      "throw new Error('Failed:\\n/b.ts:2:3: ERROR: No }');",
      '"2:3: No }" of b.ts, which',
    ],
    ["imports what isn't there", "a.ts", "import './nowhere'; export default {};", "nowhere"],
    ["is huge", "a.ts", `// ${"x".repeat(1024 * 1024)}`, "1048579 bytes"],
  ])("%s: one problem, no stack trace", (_name, file, text, fragment) => {
    const path = text === undefined ? join(folder, file) : write(file, text);
    const [problem, ...others] = problemsOf(path);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: path, path: "" });
    expect(problem?.got).toContain(fragment);
    expect(problem?.got).not.toMatch(/\n|\bat .*:\d+:\d+/);
  });

  test("is a folder", () => {
    mkdirSync(join(folder, "folder.ts"));
    expect(problemsOf(join(folder, "folder.ts"))[0]?.got).toBe("no plain file");
  });

  test("that ends the program takes nothing from the program itself", () => {
    const { exit } = process;
    problemsOf(write("a.ts", "process.exit(0);"));
    expect(process.exit).toBe(exit);
  });

  test("exports a text, which may hold a password", () => {
    expect(problemsOf(write("a.ts", "export default 'PASSWORD: hunter22';"))[0]?.got).toBe("text");
  });

  test("is the folder that the command was called in", () => {
    expect(problemsOf(".")[0]).toMatchObject({ file: ".", got: "no plain file" });
  });

  test("holds itself, or fields that can't be read", () => {
    const path = write(
      "a.ts",
      "const a: any = { get region() { throw new Error('x'); } }; a.network = a; export default a;",
    );
    const got = problemsOf(path).map((problem) => `${problem.path}: ${problem.got}`);
    expect(got).toContain("region: a field that can't be read");
    expect(got.filter((line) => line.includes("holds itself"))).toEqual(["network: an object that holds itself"]);
  });

  test("can't be reached through a file", () => {
    expect(problemsOf(join(write("a.ts", ""), "b.ts"))[0]?.got).toBe("no file");
  });
});

describe("backend.config.json", () => {
  const entry = {
    bucket: "ballast-production-state-000000000000",
    region: "us-east-1",
    dynamodb_table: "ballast-production-locks",
    use_lockfile: true,
    encrypt: true,
    kms_key_id: "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000",
  };

  function problemsWith(content: unknown, selector = "production"): readonly string[] {
    const backendFile = write("backend.config.json", typeof content === "string" ? content : JSON.stringify(content));
    return problems(() => loadEnvironments({ selector, mode: "offline", backendFile })).map(
      ({ file, path, got, allowed }) => {
        expect(file).toBe(backendFile);
        return `${path}: ${got}; ${allowed}`;
      },
    );
  }

  test.each<[name: string, content: unknown, ...fragments: string[]]>([
    ["malformed", '{\n  "production": {\n    "bucket" "x"\n', "line 3"],
    ["cut off", '{\n  "production": {\n', "line 3"],
    ["empty", "", "line 1"],
    ["with a comment", '{\n  // mine\n  "production": {}\n}\n', "line 2"],
    ["in another language", 'bucket = "x"\nregion = "y"\n', "line 1"],
    ["a list", [], ": a list of 0", "an object"],
    [
      "of an unknown environment",
      { prodution: entry },
      "prodution: ",
      'did you mean "production"? The environments are demo, production, staging',
    ],
    ["with an unknown field", { production: { ...entry, buckets: "x" } }, "production.buckets", '"bucket"'],
    ["with a field missing", { production: { ...entry, kms_key_id: undefined } }, "production.kms_key_id: nothing"],
    [
      "with a field twice",
      JSON.stringify({ production: entry }).replace("}}", ',"region":"us-east-1"}}'),
      "production.region: a name that is there already",
    ],
    [
      "with an entry twice",
      `{"production":${JSON.stringify(entry)},"production":${JSON.stringify(entry)}}`,
      "production: a name that is there already",
    ],
    [
      "with a switch in quotes",
      { production: { ...entry, encrypt: "true" } },
      'production.encrypt: "true"; true, without quotes',
    ],
    ["without encryption", { production: { ...entry, encrypt: false } }, "production.encrypt: false", "true"],
    ["without S3's lock", { production: { ...entry, use_lockfile: false } }, "production.use_lockfile: false"],
    ["of another region", { production: { ...entry, region: "eu-west-1" } }, "production.region", '"us-east-1"'],
    [
      "with a key of another account",
      { production: { ...entry, kms_key_id: entry.kms_key_id.replace("000000000000", "111111111111") } },
      "production.kms_key_id: a key of account 111111111111",
    ],
    [
      "with a key of another region",
      { production: { ...entry, kms_key_id: entry.kms_key_id.replace("us-east-1", "eu-west-1") } },
      "production.kms_key_id: a key in eu-west-1",
    ],
    [
      "with one bucket for two",
      { production: entry, staging: { ...entry, dynamodb_table: "other" } },
      "staging.bucket",
      "production's",
    ],
    [
      "with one table for two",
      { production: entry, staging: { ...entry, bucket: "other" } },
      "staging.dynamodb_table",
      "production's",
    ],
    [
      "with another environment's bucket",
      { production: { ...entry, bucket: "ballast-staging-state-000000000000" } },
      "production.bucket",
      "staging's",
    ],
  ])("%s", (_name, content, ...fragments) => {
    const [problem = "", ...others] = problemsWith(content);
    expect(others).toEqual([]);
    for (const fragment of fragments) expect(problem).toContain(fragment);
  });

  test("is told where it is there and can't be read", () => {
    const load = () => loadEnvironments({ selector: "production", mode: "offline", backendFile: folder });
    expect(problems(load).map(({ got }) => got)).toEqual(["a file that can't be read"]);
  });

  test("never repeats a key that is in it", () => {
    const key = `AKIA${"X".repeat(16)}`;
    const all = problemsWith({ production: { ...entry, bucket: key, access_key: key } });
    expect(all).toHaveLength(4);
    expect(all.join("\n")).not.toContain(key);
  });

  test("needs no entry for an environment that isn't bootstrapped yet", () => {
    // Also one whose name every object has something under.
    for (const name of ["canary", "constructor"]) {
      const path = writeEnvironment(`${name}.ts`, edit(production, { name }));
      const [loaded] = loadEnvironments({ selector: path, mode: "offline" });
      expect(loaded?.backend.bucket).toBe(`ballast-${name}-state-000000000000`);
      expect(loaded?.backend.dynamodb_table).toBe(`ballast-${name}-locks`);
    }
  });

  test("needs an entry in aws mode, but not to bootstrap", () => {
    const backendFile = write("backend.config.json", JSON.stringify({ production: entry }));
    const allowed = (selector: string, localState: boolean) =>
      problems(() => loadEnvironments({ selector, mode: "aws", backendFile, localState }))
        .filter(({ file }) => file === backendFile)
        .map(({ path, got, allowed }) => [path, got, allowed]);
    expect(allowed("production", false)).toEqual([]);
    expect(allowed("demo", false)).toEqual([["demo", "no entry", "run `npm run bootstrap -- demo`, which writes it"]]);
    expect(allowed("production", true)).toEqual([]);
    expect(allowed("demo", true)).toEqual([]);
  });
});

describe("the mode", () => {
  test.each([undefined, ""])("is offline for %j", (text) => expect(parseMode(text)).toBe("offline"));
  test.each(["offline", "sandbox", "aws"])("is %s for itself", (text) => expect(parseMode(text)).toBe(text));
  test.each(["AWS", "prod", " aws"])("is none of the others, as %j", (text) => {
    expect(() => parseMode(text)).toThrow("one of offline, sandbox, aws");
  });
});
