import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Review } from "../../adopt/review";
import { fieldPath } from "../../environments/checks/describe";
import type { LoadedEnvironment } from "../../environments/load";
import type { Explained } from "../../reports/adopt-table";
import { Editor } from "../drift/editor";
import type { Io } from "../io";

/** The field of the environment's file that would keep each difference as it is, found by trying. */
export function explain(loaded: LoadedEnvironment, { differences }: Review, io: Io): readonly Explained[] {
  const path = resolve(io.cwd, loaded.file);
  const editor = new Editor(loaded, path, readFileSync(path, "utf8"), io);
  return differences.map((difference) => {
    // What is nothing there, and what only the apply knows, is no field's.
    const found = difference.isUnknown ? "known only at apply" : editor.find(difference, []);
    return typeof found === "string"
      ? { difference, field: undefined, note: found }
      : { difference, field: `${fieldPath(found.path)}: ${JSON.stringify(found.value)}`, note: undefined };
  });
}
