import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";

/**
 * SARIF's own schema, by OASIS (errata 01; spaces apart as published):
 * https://github.com/oasis-tcs/sarif-spec/blob/e0583813964ec43cea53b6b531b402866095ed1f/sarif-2.1/schema/sarif-schema-2.1.0.json
 * It is of JSON Schema's draft 4, of which it uses what draft 7 has too, the names of `$schema` and `$id` apart.
 */
const {
  $schema: _,
  id,
  ...schema
} = JSON.parse(readFileSync(join(__dirname, "../reports/sarif/schema-2.1.0.json"), "utf8"));

const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile({ ...schema, $id: id });

/** What SARIF's schema says against a document. */
export function sarifProblems(document: unknown): readonly string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
