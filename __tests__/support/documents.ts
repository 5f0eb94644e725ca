import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** Every document for people, by its path in the project; not what is generated. */
export function documents(): ReadonlyMap<string, string> {
  const own = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
  const further = readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`);
  const generated = ["docs/coverage.md", "docs/rules.md"];
  const paths = [...own, ...further].filter((path) => path.endsWith(".md") && !generated.includes(path));
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), "utf8")]));
}

/** The scripts of package.json, and what each runs. */
export function npmScripts(): { readonly [name: string]: string } {
  return JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;
}

/** The code blocks of a language in a document. */
export function codeBlocks(markdown: string, language: string): readonly string[] {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, text = ""]) => text,
  );
}

/** A file as a diff of the README leaves it: `+++ path`, then lines that begin with `+`, `-` or a blank. */
export function applied(diff: string): { readonly path: string; readonly text: string } {
  const [head = "", ...lines] = diff.trimEnd().split("\n");
  const path = head.replace("+++ ", "");
  const without = (sign: string) => lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1));
  const before = without("+").join("\n");
  const after = without("-").join("\n");
  if (before === "") return { path, text: after };
  const text = readFileSync(join(ROOT, path), "utf8");
  if (text.split(before).length !== 2) throw new Error(`${path} doesn't have this once:\n${before}`);
  return { path, text: text.replace(before, () => after) };
}
