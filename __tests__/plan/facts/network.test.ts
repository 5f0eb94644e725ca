import { endpoints, natGateways, subnets } from "../../../src/plan/facts/network";
import { addressesOf, configured, fixturePlan } from "../../support/plan";

describe.each([["main.tf.json"], ["plan.json"]])("of miniature/%s", (name) => {
  const plan = fixturePlan(`miniature/${name}`);

  test("each subnet has its zone, its route table and its way out", () => {
    expect(
      subnets(plan).map(({ subnet, availabilityZone, routeTable, defaultRoute, isPublic }) => [
        subnet.address,
        availabilityZone,
        routeTable?.address,
        defaultRoute.kind,
        defaultRoute.target?.address,
        isPublic,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [
          "aws_subnet.public[0]",
          "eu-west-1a",
          "aws_route_table.public",
          "internet-gateway",
          "aws_internet_gateway.network",
          true,
        ],
        [
          "aws_subnet.public[1]",
          "eu-west-1b",
          "aws_route_table.public",
          "internet-gateway",
          "aws_internet_gateway.network",
          true,
        ],
        [
          'aws_subnet.private["a"]',
          "eu-west-1a",
          "aws_route_table.private",
          "nat-gateway",
          "aws_nat_gateway.nat",
          false,
        ],
        [
          'aws_subnet.private["b"]',
          "eu-west-1b",
          "aws_route_table.private",
          "nat-gateway",
          "aws_nat_gateway.nat",
          false,
        ],
      ]),
    );
  });

  test("a NAT gateway is in its subnet's zone", () => {
    expect(natGateways(plan)).toMatchObject([
      { subnet: { address: "aws_subnet.public[0]" }, availabilityZone: "eu-west-1a" },
    ]);
  });

  test("an endpoint has its service's short name, and is a gateway unless it says otherwise", () => {
    expect(endpoints(plan)).toMatchObject([
      {
        service: "s3",
        type: "Gateway",
        vpc: { address: "aws_vpc.network" },
        routeTables: [{ address: "aws_route_table.private" }],
      },
    ]);
  });
});

test("a NAT gateway in each zone is told apart through modules", () => {
  const plan = fixturePlan("modules/plan.json");
  const targets = subnets(plan).flatMap(({ availabilityZone, defaultRoute }) =>
    defaultRoute.target === undefined ? [] : [[availabilityZone, defaultRoute.target.address]],
  );
  expect(targets).toEqual([
    ["eu-west-1a", 'module.network.aws_nat_gateway.this["eu-west-1a"]'],
    ["eu-west-1b", 'module.network.aws_nat_gateway.this["eu-west-1b"]'],
  ]);
});

describe("a subnet without a route table of its own", () => {
  const network = { aws_vpc: { v: {} }, aws_subnet: { s: { vpc_id: "${aws_vpc.v.id}" } } };
  const route = { route: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }] };
  const kind = (further: object) => subnets(configured({ ...network, ...further }))[0]?.defaultRoute.kind;

  test("has its VPC's main one", () => {
    const table = { t: { default_route_table_id: "${aws_vpc.v.default_route_table_id}", ...route } };
    expect(kind({ aws_default_route_table: table })).toBe("internet-gateway");
    expect(
      kind({
        aws_route_table: { t: route },
        aws_main_route_table_association: {
          a: { vpc_id: "${aws_vpc.v.id}", route_table_id: "${aws_route_table.t.id}" },
        },
      }),
    ).toBe("internet-gateway");
  });

  test("has no way out where that isn't in the plan", () => {
    expect(kind({})).toBe("none");
  });
});

test("a way out through anything else is another", () => {
  const plan = configured({
    aws_subnet: { s: {} },
    aws_route_table: { t: { route: [{ cidr_block: "0.0.0.0/0", transit_gateway_id: "tgw-1" }] } },
    aws_route_table_association: { a: { subnet_id: "${aws_subnet.s.id}", route_table_id: "${aws_route_table.t.id}" } },
  });
  expect(subnets(plan)[0]?.defaultRoute).toEqual({ kind: "other", target: undefined });
});

test("an interface endpoint has its subnets and groups, also where the region isn't known", () => {
  const plan = configured({
    aws_subnet: { s: { count: 2 } },
    aws_security_group: { g: {} },
    aws_vpc_endpoint: {
      e: {
        service_name: "com.amazonaws.${data.aws_region.current.name}.ecr.api",
        vpc_endpoint_type: "Interface",
        subnet_ids: "${aws_subnet.s[*].id}",
        security_group_ids: ["${aws_security_group.g.id}"],
      },
    },
  });
  const [endpoint] = endpoints(plan);
  expect([endpoint?.service, endpoint?.type]).toEqual(["ecr.api", "Interface"]);
  expect(addressesOf([...(endpoint?.subnets ?? []), ...(endpoint?.securityGroups ?? [])])).toEqual([
    "aws_subnet.s[0]",
    "aws_subnet.s[1]",
    "aws_security_group.g",
  ]);
});
