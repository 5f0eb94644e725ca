import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Mapping, mappingSchema } from "../../adopt/mapping";
import { readSettings } from "../../guardrails/settings";
import { shownPath, writeAtomically } from "../files";
import type { Io } from "../io";
import { UserError } from "../user-error";

/** Where an environment's mapping is. */
export function mappingPath(environment: string, { project }: Io): string {
  return join(project, "adoption", `${environment}.json`);
}

/**
 * The mapping as a person has left it; `undefined`: there is none.
 * @throws SettingsError with all that is wrong in it; UserError where it is another environment's
 */
export function readMapping(environment: string, io: Io): Mapping | undefined {
  const path = mappingPath(environment, io);
  if (!existsSync(path)) return undefined;
  const mapping = readSettings(path, mappingSchema);
  if (mapping !== undefined && mapping.environment !== environment) {
    const shown = shownPath(io, path);
    throw new UserError(`${shown}: environment: got ${JSON.stringify(mapping.environment)}; expected ${environment}`);
  }
  return mapping;
}

/** Writes it whole. */
export function writeMapping(mapping: Mapping, io: Io): string {
  const path = mappingPath(mapping.environment, io);
  const text = { $schema: "../docs/schemas/adoption.schema.json", ...mapping };
  writeAtomically(path, `${JSON.stringify(text, null, 2)}\n`);
  return path;
}
