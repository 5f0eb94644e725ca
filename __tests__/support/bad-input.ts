import { checkEnvironment } from "../../src/environments/checks/check";
import type { Finding } from "../../src/environments/checks/finding";
import type { Mode } from "../../src/environments/mode";
import production from "../../src/environments/production";
import type { EnvironmentInput } from "../../src/environments/schema";
import { edit } from "./edit";

type Fields = { readonly [path: string]: unknown };
/** What is changed, the field that is found, and what the message holds. */
export type BadInput = readonly [name: string, fields: Fields, path: string, ...fragments: string[]];
export type GoodInput = readonly [name: string, fields: Fields];

/** Paths of the services in `production`, and of one secret. */
export const web = "services[0]";
export const api = "services[1]";
export const secret = `${web}.secrets.DATABASE_URL`;
export const egress = "network.egress";
export const schedules = `${web}.scaling.schedules`;

/** What is wrong with an environment that a file would export. */
export function findings(exported: unknown, mode: Mode = "offline"): readonly Finding[] {
  return checkEnvironment(exported, "", { mode, expectedName: undefined }).findings;
}

/** Each input is one problem, no more, where and as it is said. */
export function testBadInput(cases: readonly BadInput[], environment: EnvironmentInput = production): void {
  const named = cases.map(([name, fields, path, ...fragments]) => ({ name, fields, path, fragments }));
  test.each(named)("$name is refused", ({ fields, path, fragments }) => {
    const [finding, ...others] = findings(edit(environment, fields));
    expect(others).toEqual([]);
    expect(finding?.path).toBe(path);
    const text = `${finding?.got}; ${finding?.allowed}`;
    for (const fragment of fragments) expect(text).toContain(fragment);
  });
}

/** Each input is fine. */
export function testGoodInput(cases: readonly GoodInput[]): void {
  const named = cases.map(([name, fields]) => ({ name, fields }));
  test.each(named)("$name is fine", ({ fields }) => expect(findings(edit(production, fields))).toEqual([]));
}
