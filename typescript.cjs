/**
 * Loads TypeScript: `node --require ./typescript.cjs main.ts`. Only .ts files pass through here, each compiled once and
 * kept by its content. (`tsx/cjs` looks at every file of node_modules too, and has Node read the source maps of all of
 * them: half of the whole time of a synthesis.) For a stack trace in the source's own lines, set
 * NODE_OPTIONS=--enable-source-maps.
 */
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const CACHE = join(__dirname, "node_modules", ".cache", "ballast");
const OPTIONS = { loader: "ts", format: "cjs", target: "node20", sourcemap: false };
const VERSION = JSON.stringify([OPTIONS, require("esbuild/package.json").version]);

require.extensions[".ts"] = (module, file) => {
  module._compile(compile(readFileSync(file, "utf8"), file), file);
  // esbuild exports by getters, two deep, which a program that runs for half a second pays at every use of an import.
  module.exports = { ...module.exports };
};

function compile(source, file) {
  const cached = join(CACHE, `${createHash("sha256").update(`${VERSION}\n${file}\n${source}`).digest("hex")}.js`);
  try {
    return readFileSync(cached, "utf8");
  } catch {
    const { code } = require("esbuild").transformSync(source, { ...OPTIONS, sourcefile: file });
    keep(cached, code);
    return code;
  }
}

/** Under another name first, since a second process may read while this one writes. A cache is no need: errors pass. */
function keep(cached, code) {
  const unfinished = `${cached}.${process.pid}`;
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(unfinished, code);
    renameSync(unfinished, cached);
  } catch {}
}
