import { createRequire } from "node:module";
import * as ts from "typescript";

/**
 * What the text of an environment's file exports, without the file: to see that an edit does what it should.
 * @param path of the file, from which its imports are looked for
 */
export function evaluateText(text: string, path: string): unknown {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  const module: { exports: { default?: unknown } } = { exports: {} };
  new Function("module", "exports", "require", outputText)(module, module.exports, createRequire(path));
  return module.exports.default;
}
