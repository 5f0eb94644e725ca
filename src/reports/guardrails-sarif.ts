import { createHash } from "node:crypto";
import type { Finding, Report } from "../guardrails/report";
import type { Severity } from "../guardrails/rule";
import { type Place, placeOf } from "../plan/places";

/** What SARIF says of a rule. */
export type Wording = Pick<Finding, "severity" | "title" | "why" | "fix" | "references"> & { readonly id: string };

/** A file that findings are in. */
export interface Artifact {
  /** Relative to the root of the repository, or a `file:` one. */
  readonly uri: string;
  /** Where its resources are written; empty where that isn't known. */
  readonly places: ReadonlyMap<string, Place>;
}

export interface SarifProps {
  /** Every rule that judged, so that a service can tell one that found nothing from one that is gone. */
  readonly rules: readonly Wording[];
  /** The file of each of the report's sources. */
  readonly artifacts: ReadonlyMap<string, Artifact>;
}

/**
 * The report as SARIF 2.1.0, in the shape that GitHub's code scanning takes: every result has a file and a line, the
 * first where nothing better is known, and a fingerprint that a new line number doesn't change.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */
export function guardrailsSarif(report: Report, { rules, artifacts }: SarifProps): string {
  const { findings, undecided, waived, notJudged } = report;
  const wordings = wordingsOf(rules, [...findings, ...undecided, ...waived]);
  const indexes = new Map(wordings.map(({ id }, index) => [id, index] as const));
  const fingerprint = fingerprints();
  const result = (finding: Finding) => ({
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule),
    message: { text: finding.detail },
    locations: [locationOf(finding, artifacts.get(finding.source))],
    partialFingerprints: { primaryLocationLineHash: fingerprint(finding) },
  });
  const run = {
    tool: { driver: { name: "Ballast", rules: wordings.map(descriptorOf) } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: notJudged.map(({ rule, source }) => ({
          level: "note",
          message: { text: `${source}: not judged by ${rule}, since it doesn't say what the rule asks for` },
          associatedRule: { id: rule, index: indexes.get(rule) },
        })),
      },
    ],
    results: [
      ...findings.map((finding) => ({ ...result(finding), kind: "fail", level: LEVELS[finding.severity] })),
      // What needs a person's look has no level: SARIF keeps levels for failures.
      ...undecided.map((finding) => ({ ...result(finding), kind: "review", level: "none" })),
      ...waived.map((finding) => ({
        ...result(finding),
        kind: "fail",
        level: LEVELS[finding.severity],
        suppressions: [{ kind: "external", status: "accepted", justification: finding.detail }],
      })),
    ],
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS: { readonly [severity in Severity]: string } = { high: "error", medium: "warning", low: "note" };
/** In GitHub's bands: high from 7.0, medium from 4.0, low below. */
const SECURITY_SEVERITIES: { readonly [severity in Severity]: string } = { high: "8.0", medium: "5.5", low: "2.0" };

/** The rules, and what is no rule but has findings: the ledger, the exemptions. */
function wordingsOf(rules: readonly Wording[], findings: readonly Finding[]): readonly Wording[] {
  const wordings = new Map(rules.map((rule) => [rule.id, rule] as const));
  for (const finding of findings) {
    if (!wordings.has(finding.rule)) wordings.set(finding.rule, { ...finding, id: finding.rule });
  }
  return [...wordings.values()];
}

function descriptorOf({ id, severity, title, why, fix, references }: Wording) {
  const links = references.filter((reference) => reference.startsWith("https://"));
  const see = references.length === 0 ? "" : `\n\nSee: ${references.join(", ")}`;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}. ${why}` },
    help: { text: `${why}\n\n${fix}${see}`, markdown: `${why}\n\n**Fix:** ${fix}${see}` },
    ...(links.length === 0 ? {} : { helpUri: links[0] }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ["security", id.split("/")[0]], "security-severity": SECURITY_SEVERITIES[severity] },
  };
}

function locationOf({ address, source }: Finding, artifact: Artifact | undefined) {
  const place = artifact && placeOf(artifact.places, address);
  const logicalLocations = [
    ...(address === "" ? [] : [{ fullyQualifiedName: address, kind: "resource" }]),
    ...(place?.construct === undefined ? [] : [{ fullyQualifiedName: place.construct, kind: "construct" }]),
  ];
  return {
    physicalLocation: {
      artifactLocation: { uri: artifact?.uri ?? encodeURI(source) },
      region: { startLine: place?.line ?? 1 },
    },
    ...(logicalLocations.length === 0 ? {} : { logicalLocations }),
  };
}

/** Names what a finding is about, however its words and its line change; a second one of the same is numbered. */
function fingerprints(): (finding: Finding) => string {
  const times = new Map<string, number>();
  return ({ rule, source, address }) => {
    const hash = createHash("sha256").update([rule, source, address].join("\0")).digest("hex").slice(0, 16);
    const time = (times.get(hash) ?? 0) + 1;
    times.set(hash, time);
    return `${hash}:${time}`;
  };
}
