import { METRICS } from "../catalogue/metrics";

/** The metrics that alarms and dashboard may read, as a document. */
export function metricsMarkdown(): string {
  const row = ({ namespace, name, dimensions, statistics, needs, source }: (typeof METRICS)[number]) =>
    `| \`${namespace}\` | \`${name}\` | ${dimensions.map((set) => set.join(" + ")).join("; ")} | ${statistics.join(", ")} | ${needs ?? ""} | [AWS](${source}) |`;
  return `${[
    "<!-- Written by `npm run docs` from src/catalogue/metrics.ts. Edit that, not this file. -->",
    "",
    "# Metrics",
    "",
    "What the platform's alarms and its dashboard read of AWS: a test holds each of their queries to a row, with exactly one",
    "of its sets of dimensions and one of its statistics. An alarm on anything else stays silent for ever, without an error.",
    "",
    "`Ballast/<environment>` are metrics of the platform's own: `failed-launches`, `spot-interruptions` and",
    "`rebalance-recommendations` are counted by metric filters on the log group of the events, `LocksHeld` is published by the",
    "state machine `<environment>-lock-check`. None of them has dimensions.",
    "",
    "| Namespace | Metric | Dimensions | Statistics | Must be turned on | Source |",
    "| --- | --- | --- | --- | --- | --- |",
    ...METRICS.map(row),
  ].join("\n")}\n`;
}
