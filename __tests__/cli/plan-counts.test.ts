import { countChanges } from "../../src/cli/plan-counts";

test("counts as Terraform's last line does: a replacement is added and destroyed, a no-op is nothing", () => {
  const changes = [["create"], ["update"], ["delete", "create"], ["create", "delete"], ["no-op"], ["read"], ["delete"]];
  const plan = { resource_changes: changes.map((actions) => ({ change: { actions } })) };
  expect(countChanges(plan)).toEqual({ add: 3, change: 1, destroy: 3 });
});

test("a plan without changes has none", () => {
  expect(countChanges({ format_version: "1.2" })).toEqual({ add: 0, change: 0, destroy: 0 });
});
