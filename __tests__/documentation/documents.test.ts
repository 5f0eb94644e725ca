import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { checkEnvironmentFile } from "../../src/environments/checks/check";
import { RULES } from "../../src/guardrails/table";
import { Project } from "../support/command-line";
import { applied, codeBlocks, documents, npmScripts } from "../support/documents";
import { synthesized } from "../support/synthesized";

const readme = readFileSync("README.md", "utf8");
const contributing = readFileSync("CONTRIBUTING.md", "utf8");
const runbooks = readFileSync("docs/runbooks.md", "utf8");
const scripts = npmScripts();
const isForOperators = ([name, script]: [string, string]) => script.includes("src/cli/main.ts") && name !== "docs";

describe.each([...documents()])("%s", (path, text) => {
  test("names npm scripts that there are", () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("links to files and headings that there are", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    for (const [link, target = "", heading] of links) {
      const file = target === "" ? path : join(dirname(path), target);
      expect([link, existsSync(file)]).toEqual([link, true]);
      if (heading !== undefined)
        expect([link, anchors(readFileSync(file, "utf8"))]).toEqual([link, expect.arrayContaining([heading])]);
    }
  });

  test("names rules that there are", () => {
    const ids = RULES.map(({ id }) => id);
    const areas = [...new Set(ids.map((id) => id.split("/")[0]))];
    const named = [...text.matchAll(new RegExp(`\`((?:${areas.join("|")})/[a-z0-9-]+)\``, "g"))].map(
      ([, id = ""]) => id,
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

test("README or runbooks name every command for operators", () => {
  const named = Object.entries(scripts)
    .filter(isForOperators)
    .map(([name]) => name)
    .filter((name) => name !== "start");
  expect(named.filter((name) => !`${readme}${runbooks}`.includes(`npm run ${name}`))).toEqual([]);
  expect(readme).toContain("npm start");
});

test("README or CONTRIBUTING name every other script", () => {
  const named = Object.keys(scripts).filter((name) => name !== "start" && name !== "test");
  expect(named.filter((name) => !`${readme}${contributing}`.includes(`npm run ${name}`))).toEqual([]);
  expect(contributing).toContain("npm test");
});

test("README names every option of every command", async () => {
  const project = new Project();
  for (const [name] of Object.entries(scripts).filter(([, script]) => script.includes("src/cli/main.ts"))) {
    const { stdout } = await project.run([name, "--help"]);
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option = ""]) => option);
    expect(options).toContain("--help");
    expect(options.filter((option) => !readme.includes(option))).toEqual([]);
  }
});

describe("the README's environment files", () => {
  test("production.ts has what is shown of it, in this order", () => {
    const [excerpt = ""] = codeBlocks(readme, "ts");
    const parts = excerpt.trimEnd().split(/\n *…\n/);
    const text = readFileSync("src/environments/production.ts", "utf8");
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test.each(codeBlocks(readme, "diff"))("an edit gives a valid environment\n%s", (diff) => {
    const { path, text } = applied(diff);
    const directory = mkdtempSync(join(tmpdir(), "ballast-diff-"));
    cpSync("src/environments/demo.ts", join(directory, "demo.ts"));
    const file = join(directory, basename(path));
    writeFileSync(file, text);
    const { findings, environment } = checkEnvironmentFile(file, {
      mode: "offline",
      expectedName: basename(path, ".ts"),
    });
    expect(findings).toEqual([]);
    expect(environment?.name).toBe(basename(path, ".ts"));
  });
});

test("the README counts production's resources as they are", () => {
  const stacks = [...synthesized("production")];
  const numberOf = ([, { resource }]: (typeof stacks)[number]) => Object.values(resource).flatMap(Object.keys).length;
  for (const stack of stacks) {
    expect(readme).toMatch(new RegExp(`^ok +terraform plan ${stack[0]} .* ${numberOf(stack)} to add$`, "m"));
  }
  const total = stacks.map(numberOf).reduce((sum, number) => sum + number, 0);
  expect(readme).toContain(`${stacks.length} stacks, ${total} resources`);
});

/** A heading's anchor, as GitHub makes it. */
function anchors(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}
