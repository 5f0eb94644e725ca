import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Difference } from "../../src/drift/difference";
import { valueText } from "../../src/drift/words";

/** A recorded plan of `__tests__/drift/fixtures`: what the real Terraform says after changes by hand. */
export function recordedPlan(name: string) {
  return JSON.parse(readFileSync(join(__dirname, "../drift/fixtures", `${name}.json`), "utf8"));
}

/** A difference in a line, to compare: `"drifted high aws_lb.ingress.enable_deletion_protection: true → false"`. */
export function inALine({
  class: kind,
  severity,
  address,
  attribute,
  what,
  before,
  after,
  isSensitive,
}: Difference): string {
  const change = isSensitive ? "sensitive" : (what ?? `${valueText(before)} → ${valueText(after)}`);
  return `${kind} ${severity} ${attribute === "" ? address : `${address}.${attribute}`}: ${change}`;
}

/** A change of `resource_drift` or `resource_changes`. */
export interface MadeChange {
  readonly address: string;
  readonly before: object | null;
  readonly after: object | null;
  readonly actions?: readonly string[];
  readonly [field: string]: unknown;
}

/**
 * A plan of Terraform's as it would be, from what matters in it.
 * @param made by address, what the code sets: `{ "aws_lb.ingress": { name: { constant_value: "demo" } } }`
 */
export function madePlan(made: {
  readonly drift?: readonly MadeChange[];
  readonly planned?: readonly MadeChange[];
  readonly code?: { readonly [address: string]: object };
  readonly further?: object;
}) {
  const { drift = [], planned = [], code = {}, further = {} } = made;
  const parts = (address: string) => {
    const [type = "", name = ""] = address
      .replace(/^(module\.\w+\.)*/, "")
      .replace(/\[.*$/, "")
      .split(".");
    return { address, mode: "managed", type, name, provider_name: "registry.terraform.io/hashicorp/aws" };
  };
  const changeOf = ({
    address,
    before,
    after,
    actions,
    after_unknown,
    after_sensitive,
    before_sensitive,
    replace_paths,
    importing,
    ...rest
  }: MadeChange) => ({
    ...parts(address),
    ...rest,
    change: {
      actions:
        actions ??
        (before === null
          ? ["create"]
          : after === null
            ? ["delete"]
            : JSON.stringify(before) === JSON.stringify(after)
              ? ["no-op"]
              : ["update"]),
      before,
      after,
      after_unknown: after_unknown ?? {},
      before_sensitive: before_sensitive ?? {},
      after_sensitive: after_sensitive ?? {},
      ...(replace_paths === undefined ? {} : { replace_paths }),
      ...(importing === undefined ? {} : { importing }),
    },
  });
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {
      root_module: {
        resources: planned
          .filter(({ after }) => after !== null)
          .map(({ address, after }) => ({ ...parts(address), values: after })),
      },
    },
    ...(drift.length > 0 ? { resource_drift: drift.map(changeOf) } : {}),
    resource_changes: planned.map(changeOf),
    configuration: {
      root_module: {
        resources: Object.entries(code).map(([address, expressions]) => ({ ...parts(address), expressions })),
      },
    },
    ...further,
  };
}
