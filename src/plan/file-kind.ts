import { BLOCKS } from "./shape";

/** What a file is by its first bytes; `undefined`: it may be JSON. */
export function describeStart(start: Buffer): string | undefined {
  const bytes = start.subarray(0, 2).toString("latin1");
  if (bytes === "PK") {
    return "a binary plan file (or another zip file): give the output of `terraform show -json` of it";
  }
  if (bytes === "\x1F\x8B") return "a file packed by gzip: unpack it";
  if (bytes === "\xFF\xFE" || bytes === "\xFE\xFF") return "text in UTF-16 (as PowerShell's `>` writes it), not UTF-8";
  if (start.includes(0)) return "a binary file";
  const text = start
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (text === "") return "an empty file";
  if (text.startsWith('{"@level"')) return "the log of `terraform plan -json`";
  if (/^[[{"\d-]|^(true|false|null)\b/.test(text)) return undefined;
  if (HCL.test(text)) {
    return "Terraform's own language (HCL), not JSON: give the output of `terraform show -json` of its plan";
  }
  if (/^(Terraform|An execution plan|No changes)/m.test(text)) return "a plan for people to read, not JSON";
  return "not JSON";
}

/**
 * What a large file is by the JSON that it begins with, so that it needn't be read whole; `undefined`: it may be a plan
 * or a configuration, whose first key is one of Terraform's.
 */
export function describeLarge(start: Buffer): string | undefined {
  const text = start.toString("utf8").replace(/^\uFEFF/, "");
  const key = /^\s*\{\s*"((?:[^"\\]|\\.)*)"\s*:/.exec(text)?.[1];
  if (key === undefined) return /^\s*\{/.test(text) ? undefined : "JSON, but no object";
  if (KEYS.includes(key)) return undefined;
  if (/"(lineage|serial)"\s*:/.test(text)) return "a state file";
  return `a JSON object that begins with ${key.length > 40 ? `${key.slice(0, 39)}…` : key}`;
}

/** A block or an assignment at the beginning of a line. */
const HCL = new RegExp(`^(?:(?:${BLOCKS.join("|")})\\b[^\\n]*\\{|[A-Za-z_][\\w-]*\\s*=\\s*[^=\\s])`, "m");

/** What a plan's JSON and a configuration's may begin with. */
const KEYS: readonly string[] = [
  "//",
  ...BLOCKS,
  "action_invocations",
  "applyable",
  "checks",
  "complete",
  "configuration",
  "deferred_action_invocations",
  "deferred_changes",
  "errored",
  "format_version",
  "output_changes",
  "planned_values",
  "prior_state",
  "proposed_unknown",
  "relevant_attributes",
  "resource_changes",
  "resource_drift",
  "terraform_version",
  "timestamp",
  "variables",
];
