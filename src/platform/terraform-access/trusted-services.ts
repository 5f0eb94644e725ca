import type { SynthesizedResource } from "./grant";

/** The services that a role's own trust lets take it. */
export function trustedServices({ body }: SynthesizedResource): readonly string[] {
  const { Statement } = Object(JSON.parse(String(body.assume_role_policy ?? "{}")));
  const statements: readonly unknown[] = [Statement].flat();
  return statements
    .flatMap((statement) => Object(Object(statement).Principal).Service ?? [])
    .map(String)
    .sort();
}
