import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { PlanError } from "./plan-error";

/** A plan of some thousand resources has 30 MB. */
const MAX_BYTES = 200 * 1024 * 1024;
const EXPECTED = "expected a cdk.tf.json, or the output of `terraform show -json` of a plan file";

/**
 * A file's text, if its size and its first bytes may be those of a JSON object: nothing else is read whole.
 * @throws PlanError saying what the file is
 */
export function readText(path: string): string {
  const file = open(path);
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) throw new PlanError(`${path}: a directory; ${EXPECTED}`);
    if (!status.isFile()) throw new PlanError(`${path}: not a regular file; ${EXPECTED}`);
    const start = Buffer.alloc(Math.min(status.size, 4096));
    readSync(file, start, 0, start.length, 0);
    const kind = describeStart(start);
    if (kind !== undefined) throw new PlanError(`${path}: ${kind}; ${EXPECTED}`);
    if (status.size > MAX_BYTES) {
      throw new PlanError(`${path}: ${Math.round(status.size / 1024 / 1024)} MB; expected at most 200 MB`);
    }
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") throw new PlanError(`${path}: no such file; ${EXPECTED}`);
    throw new PlanError(`${path}: can't be opened (${code ?? "unknown error"}); ${EXPECTED}`);
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
