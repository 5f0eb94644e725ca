import { editedPlan, newResource, redirected, setAt } from "../../src/plan/edited";
import { Unknown, type ValueRecord } from "../../src/plan/value";
import { addressesOf, configured, found, shown } from "../support/plan";

const plan = configured({
  aws_vpc: { network: { cidr_block: "10.0.0.0/16" } },
  aws_subnet: { a: { vpc_id: "${aws_vpc.network.id}" }, b: { vpc_id: "${aws_vpc.network.id}" } },
});

test("a resource is changed or taken out; the rest stays, and the plan that was there too", () => {
  const edited = editedPlan(plan, ({ name, values }) => {
    if (name === "a") return undefined;
    return name === "network" ? { ...values, cidr_block: "10.1.0.0/16" } : values;
  });
  expect(addressesOf(edited.resources())).toEqual(["aws_vpc.network", "aws_subnet.b"]);
  expect(found(edited, "aws_vpc.network").get("cidr_block")).toBe("10.1.0.0/16");
  expect(found(edited, "aws_subnet.b")).toBe(found(plan, "aws_subnet.b"));
  // References are followed to what is there now.
  expect(edited.referenced(found(edited, "aws_subnet.b").get("vpc_id"), "aws_vpc")).toEqual([
    found(edited, "aws_vpc.network"),
  ]);
  expect(found(plan, "aws_vpc.network").get("cidr_block")).toBe("10.0.0.0/16");
});

test("resources can be added", () => {
  const more = plan.withResources([...plan.resources(), newResource("aws_eip", "one", { domain: "vpc" })]);
  expect(found(more, "aws_eip.one").get("domain")).toBe("vpc");
  expect(found(more, "aws_eip.one").dependencies).toEqual([]);
});

test.each<readonly [string, ValueRecord, string, ValueRecord]>([
  ["an attribute", { a: 1 }, "a", { a: 9 }],
  ["an attribute that isn't there", {}, "a", { a: 9 }],
  ["in a block", { b: { a: 1, c: 2 } }, "b.a", { b: { a: 9, c: 2 } }],
  ["in each of several blocks", { b: [{ a: 1 }, { a: 2 }] }, "b.a", { b: [{ a: 9 }, { a: 9 }] }],
  ["in a block that isn't there", { c: 2 }, "b.a", { c: 2 }],
])("%s is set", (_, before, path, after) => {
  expect(setAt(before, path, 9)).toEqual(after);
});

test("references are led elsewhere, at any depth", () => {
  const to = (address: string) => new Unknown([{ address, attribute: "id" }]);
  const values = { route: [{ gateway: to("aws_nat_gateway.b"), cidr: "0.0.0.0/0" }], other: to("aws_vpc.network") };
  expect(shown(redirected(values, new Set(["aws_nat_gateway.b"]), "aws_nat_gateway.a"))).toEqual({
    route: [{ gateway: "<aws_nat_gateway.a.id>", cidr: "0.0.0.0/0" }],
    other: "<aws_vpc.network.id>",
  });
});
