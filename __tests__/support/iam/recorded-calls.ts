import type { RecordedCall } from "../../../src/sandbox/gateway/recorder";

/** What Terraform's roles were asked for, `"<action> <resource>"`, by what IAM said. */
export interface RecordedRoles {
  readonly [role: string]: { readonly allowed: readonly string[]; readonly refused: readonly string[] };
}

/** The distinct things that recorded calls needed; ids that the emulator makes up are zeros, so that it changes only when they do. */
export function recordedRoles(calls: readonly RecordedCall[]): RecordedRoles {
  const roles = new Map<string, Map<string, boolean>>();
  for (const { principal, decisions = [] } of calls) {
    const role = /:assumed-role\/[^/]*-terraform-(\w+)\//.exec(principal)?.[1];
    if (role === undefined) continue;
    const asked = roles.get(role) ?? new Map<string, boolean>();
    roles.set(role, asked);
    for (const { action, resource, verdict } of decisions) {
      const call = `${action} ${withoutIds(resource)}`;
      asked.set(call, verdict === "allowed" && asked.get(call) !== false);
    }
  }
  return Object.fromEntries(
    [...roles].sort().map(([role, asked]) => {
      const of = (wanted: boolean) => [...asked].flatMap(([call, is]) => (is === wanted ? [call] : [])).sort();
      return [role, { allowed: of(true), refused: of(false) }];
    }),
  );
}

function withoutIds(resource: string): string {
  return resource
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "0")
    .replaceAll(/([-/])(?=[0-9a-f]*\d)[0-9a-f]{8,}(?=$|[/:])/g, "$10")
    .replaceAll(/(hostedzone|change|scalable-target)\/(?!new)\w+/g, "$1/0");
}
