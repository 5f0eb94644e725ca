import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { synthesizedDefinition } from "../support/drain-guard/guarded";

/** It is an ES module, which jest's own modules can't import. */
const PROGRAM = `import(process.argv[1]).then(async ({ default: imported }) => {
  const validate = imported.default ?? imported;
  const chunks = []; for await (const chunk of process.stdin) chunks.push(chunk);
  console.log(JSON.stringify(validate(JSON.parse(Buffer.concat(chunks).toString())).errors));
})`;

function errorsOf(definition: string): readonly unknown[] {
  const validator = join(__dirname, "../../node_modules/asl-validator/dist/src/validator.js");
  return JSON.parse(
    execFileSync(process.execPath, ["--eval", PROGRAM, validator], { input: definition, encoding: "utf8" }),
  );
}

test("the drain guard's definition keeps to the States Language's schema", () => {
  const text = JSON.stringify(synthesizedDefinition());
  expect(errorsOf(text)).toEqual([]);
  expect(errorsOf(text.replace('"Type":"Wait"', '"Type":"Await"'))).not.toEqual([]);
});
