import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { notAPlan } from "./plan-error";

/** A plan of some thousand resources has 30 MB. */
const MAX_BYTES = 200 * 1024 * 1024;

/**
 * The text of a file or pipe, if its first bytes may be those of a JSON object: nothing else is read whole.
 * @throws PlanError saying what it is
 */
export function readText(path: string): string {
  const file = open(path);
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) throw notAPlan(path, "a directory");
    const chunks = [readChunk(file)];
    const kind = describeStart(chunks[0] ?? Buffer.alloc(0));
    if (kind !== undefined) throw notAPlan(path, kind);
    let size = chunks[0]?.length ?? 0;
    while ((chunks.at(-1)?.length ?? 0) > 0) {
      if (Math.max(size, status.size) > MAX_BYTES) throw notAPlan(path, "more than 200 MB");
      const chunk = readChunk(file);
      size += chunk.length;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  } finally {
    closeSync(file);
  }
}

/** The next bytes; none at the end. */
function readChunk(file: number): Buffer {
  const chunk = Buffer.alloc(1024 * 1024);
  return chunk.subarray(0, readSync(file, chunk));
}

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") throw notAPlan(path, "no such file");
    throw notAPlan(path, `can't be opened (${code ?? "unknown error"})`);
  }
}

/** What a file is by its first bytes; `undefined`: it may be JSON. */
function describeStart(start: Buffer): string | undefined {
  if (start.subarray(0, 2).toString("latin1") === "PK") {
    return "a binary plan file (or another zip file): give the output of `terraform show -json` of it";
  }
  if (/^(\xFF\xFE|\xFE\xFF)/.test(start.toString("latin1")))
    return "text in UTF-16 (as PowerShell's `>` writes it), not UTF-8";
  if (start.includes(0)) return "a binary file";
  const text = start
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (text === "") return "an empty file";
  if (/^[[{"\d-]|^(true|false|null)\b/.test(text)) return undefined;
  if (
    /^(terraform|provider|resource|data|module|variable|locals|output|moved|import|removed|check)\b[^\n]*\{/m.test(text)
  ) {
    return "Terraform's own language (HCL), not JSON: give the output of `terraform show -json` of its plan";
  }
  if (/^(Terraform|An execution plan|No changes)/m.test(text)) return "a plan for people to read, not JSON";
  return "not JSON";
}
