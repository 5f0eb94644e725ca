import { nameFindings } from "../../../src/environments/checks/names";
import { synthesized } from "../../support/synthesized";
import type { TerraformDocument } from "../../support/terraform-json";

describe("names of services", () => {
  const {
    resource = {},
    output = {},
    provider = {},
  }: Partial<TerraformDocument> = synthesized("production").get("production-platform") ?? {};
  const isServices = (name: string): boolean => /^(web|api)(_|$)/.test(name);
  const namesOf = (types: readonly object[]): readonly string[] =>
    types.flatMap((byName) => Object.keys(byName)).filter((name) => !isServices(name));

  test("that would take an address of the platform's are refused", () => {
    // A service has one of its own name of these types; of any type, an address without a prefix is a construct's id.
    const ownTypes = Object.values(resource).filter((byName) => Object.keys(byName).some(isServices));
    const ids = [...namesOf(Object.values(resource)), ...Object.keys(Object(output)), ...Object.keys(Object(provider))];
    const taken = new Set([...namesOf(ownTypes), ...ids.filter((id) => !id.includes("_"))]);
    for (const one of ["aws", "cluster", "load_balancer"]) expect(taken).toContain(one);
    const unrefused = [...taken]
      .map((address) => address.replaceAll("_", "-"))
      .filter((name) => [...nameFindings({ services: [{ name }] })].length === 0);
    expect(unrefused).toEqual([]);
  });
});
