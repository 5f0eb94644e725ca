import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How a case of the soak ended. */
export interface SoakResult {
  /** `"fault-7"`, `"by-hand-key-policy"`. */
  readonly id: string;
  /** `explained`: it isn't as one would wish, and the text says why that is known and right. */
  readonly outcome: "held" | "explained" | "failed";
  readonly text: string;
  readonly seconds: number;
  /** When it ended, ISO 8601. */
  readonly endedAt: string;
}

/** Results, a file each, so that a soak that was broken off goes on from there. */
export class SoakResults {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Those that are there, by id. */
  all(): ReadonlyMap<string, SoakResult> {
    const files = readdirSync(this.folder).filter((name) => name.endsWith(".json"));
    const results: readonly SoakResult[] = files.map((name) =>
      JSON.parse(readFileSync(join(this.folder, name), "utf8")),
    );
    return new Map(results.map((result) => [result.id, result]));
  }

  /** Whether each is done; what failed is to be done again. */
  haveAll(ids: readonly string[]): boolean {
    const all = this.all();
    return ids.every((id) => (all.get(id)?.outcome ?? "failed") !== "failed");
  }

  write(result: SoakResult): void {
    writeFileSync(join(this.folder, `${result.id}.json`), `${JSON.stringify(result, null, 2)}\n`);
  }
}
