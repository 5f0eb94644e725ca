import type { Report } from "../guardrails/report";
import { verdictLine } from "./guardrails-table";
import { type Colors, WIDTH, wrap } from "./text";

/** Resources that a plan would add, change and destroy; a replacement is one of each. */
export interface PlanCounts {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
}

export interface StartSummary {
  /** Types of all resources, one entry a resource. */
  readonly types: readonly string[];
  /** Addresses under `prevent_destroy`. */
  readonly protectedAddresses: readonly string[];
  /** Whether protection against deletion is off on purpose. */
  readonly disposable: boolean;
  readonly report: Report;
  /** What there is to know of the ledger, a line each. */
  readonly ledger: readonly string[];
  /** By stack; empty where Terraform didn't plan. */
  readonly plans: ReadonlyMap<string, PlanCounts>;
  /** Paths of what was written. */
  readonly files: readonly string[];
}

/** What a newcomer wants to know of a platform; the first kind whose pattern fits a type counts it. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ["load balancing", /^aws_(lb|alb|acm|route53|wafv2)(_|$)/],
  ["compute", /^aws_(ecs|autoscaling|launch_template|placement)(_|$)/],
  ["task scaling", /^aws_appautoscaling_/],
  ["identity", /^aws_iam_/],
  ["network", /^aws_(vpc|subnet|route|nat|eip|internet|default|security|flow_log|network)(_|$)/],
  ["storage", /^aws_(s3|dynamodb|ebs)(_|$)/],
  ["detection", /^aws_(cloudwatch_(?!log_group)|sns_)/],
  ["automation", /^aws_(sfn|sqs)_/],
  ["keys and logs", /^aws_(kms|cloudwatch|ssm|secretsmanager)(_|$)/],
  ["other", /./],
];

const LABEL_WIDTH = 22;

/** The end of `npm start`, within 80 columns. */
export function startSummary(summary: StartSummary, colors: Colors): string {
  const { types, protectedAddresses, disposable, report, ledger, plans, files } = summary;
  const rows = [
    `resources        ${String(types.length).padStart(3)}`,
    ...kinds(types).map(([kind, text]) => row(kind, text)),
    row(
      "protected",
      disposable ? "nothing: the environment is disposable" : protectedAddresses.join(", ") || "nothing",
    ),
    row("guardrails", verdictLine(report, colors)),
    ...list(
      "undecided",
      report.undecided.map(({ rule, address, detail }) => `${rule}: ${detail} (${address})`),
    ),
    ...list("ledger", ledger),
    ...list("files", files),
    ...list(
      "plan",
      [...plans].map(
        ([stack, { add, change, destroy }]) => `${stack}: ${add} to add, ${change} to change, ${destroy} to destroy`,
      ),
    ),
  ];
  return `\n${rows.join("\n")}\n`;
}

/** Each kind and how many it has; and of which types. */
function kinds(types: readonly string[]): readonly (readonly [string, string])[] {
  const kindOf = (type: string) => KINDS.find(([, pattern]) => pattern.test(type))?.[0];
  return KINDS.flatMap(([kind]) => {
    const own = types.filter((type) => kindOf(type) === kind);
    return own.length === 0 ? [] : [[`  ${kind.padEnd(15)}${String(own.length).padStart(3)}`, tally(own)] as const];
  });
}

/** `"ecs_service×2, ecs_cluster"`: the most frequent first. */
function tally(types: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([type, number]) => `${type.replace(/^aws_/, "")}${number > 1 ? `×${number}` : ""}`)
    .join(", ");
}

/** A row for each text; only the first has the label. */
function list(label: string, texts: readonly string[]): readonly string[] {
  return texts.map((text, index) => row(index === 0 ? label : "", text));
}

function row(label: string, text: string): string {
  return label.padEnd(LABEL_WIDTH) + wrap(text, WIDTH - LABEL_WIDTH, " ".repeat(LABEL_WIDTH));
}
