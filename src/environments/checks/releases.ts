import { existsSync, readFileSync } from "node:fs";
import { type Releases, releasesFileSchema } from "../releases";
import type { Finding } from "./finding";
import { errorLine } from "./json";
import { checkShape } from "./shape";

/** What `releases.json` holds, by environment; nothing where anything in it is invalid. No file is an empty one. */
export interface ReadReleases {
  readonly releases: { readonly [environment: string]: Releases };
  readonly findings: readonly Finding[];
}

/** Reads `releases.json`. */
export function readReleases(path: string): ReadReleases {
  if (!existsSync(path)) return { releases: {}, findings: [] };
  const text = readFileSync(path, "utf8");
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    const allowed = "JSON, as npm run release writes it";
    return { releases: {}, findings: [{ path: "", got: `text that isn't JSON, at line ${errorLine(text)}`, allowed }] };
  }
  const { value, findings } = checkShape(releasesFileSchema, content);
  return { releases: value ?? {}, findings };
}
