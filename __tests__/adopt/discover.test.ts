import type { Existing } from "../../src/account/existing";
import { type DiscoverProps, discover } from "../../src/adopt/discover";
import { existing, OTHERS, WANTED, wanted } from "../support/existing";

/** What is found, in a line each: `"aws_lb.ingress likely lb-1"`. */
function found(more: Partial<DiscoverProps> = {}): readonly string[] {
  const all = discover({ environment: "shop", wanted: WANTED, existing: OTHERS, settled: [], ...more });
  return all.map(({ address, sure, id }) => `${address} ${sure} ${id?.replace(/^arn.*\//, "")}`);
}

const without = (...ids: readonly string[]) => OTHERS.filter(({ id }) => !ids.includes(id));

describe("what others have made", () => {
  test("is found from the only cluster and the only balancer on, whatever it is called", () => {
    expect(found()).toEqual([
      "aws_ecs_cluster.cluster likely acme",
      "aws_ecs_cluster_capacity_providers.capacity certain acme",
      "aws_ecs_service.web likely acme/acme-web",
      "aws_ecs_capacity_provider.capacity likely acme-spot",
      "aws_autoscaling_group.capacity likely acme-nodes",
      "aws_launch_template.capacity likely lt-1",
      "aws_lb.ingress likely 1",
      "aws_lb_target_group.web likely tg-1",
      "aws_lb_listener.ingress_http certain listener-80",
      "aws_security_group.load_balancer likely sg-alb",
      "aws_security_group.compute likely sg-nodes",
    ]);
  });

  test("is certain by its name, or by the environment's tags", () => {
    const tags = { Environment: "shop", ManagedBy: "ballast", Name: "shop-load-balancer" };
    const one = existing("aws_security_group", "sg-1", { attributes: { vpc_id: "vpc-1" }, tags });
    const log = existing("aws_cloudwatch_log_group", "/shop/service/web");
    expect(found({ existing: [one, log] })).toEqual([
      "aws_security_group.load_balancer certain sg-1",
      "aws_cloudwatch_log_group.web certain /shop/service/web",
    ]);
  });

  test("is left open where several may be meant, with what speaks for each", () => {
    const second = existing("aws_ecs_cluster", "other");
    const all = discover({ environment: "shop", wanted: WANTED, existing: [...OTHERS, second], settled: [] });
    const cluster = all.find(({ address }) => address === "aws_ecs_cluster.cluster");
    // The only balancer leads to its target group, that to its service, and that to its cluster.
    expect(cluster).toMatchObject({ id: "acme", sure: "likely" });
    const alone = discover({
      environment: "shop",
      wanted: WANTED,
      existing: [existing("aws_ecs_cluster", "acme"), second],
      settled: [],
    });
    expect(alone).toEqual([
      {
        address: "aws_ecs_cluster.cluster",
        id: null,
        sure: "open",
        found: expect.stringContaining("several may be meant"),
        candidates: [
          { id: "acme", name: "acme", why: "a cluster of the account" },
          { id: "other", name: "other", why: "a cluster of the account" },
        ],
      },
    ]);
  });

  test("follows what a person has decided", () => {
    const second = existing("aws_ecs_cluster", "other", { uses: ["other-spot"] });
    const provider = existing("aws_ecs_capacity_provider", "other-spot");
    const settled = [
      { address: "aws_ecs_cluster.cluster", id: "other", found: "by hand", sure: "given" as const, candidates: [] },
    ];
    const all = found({ existing: [...OTHERS, second, provider], settled });
    expect(all).toContain("aws_ecs_cluster.cluster given other");
    expect(all).toContain("aws_ecs_capacity_provider.capacity likely other-spot");
    // The service of the other cluster isn't this one's.
    expect(all.filter((line) => line.startsWith("aws_ecs_service"))).toEqual([]);
  });

  test('isn\'t looked for where a person wrote "new"', () => {
    const settled = [
      { address: "aws_lb.ingress", id: "new", found: "by hand", sure: "given" as const, candidates: [] },
    ];
    expect(found({ settled }).filter((line) => line.startsWith("aws_lb"))).toEqual([
      "aws_lb.ingress given new",
      "aws_lb_target_group.web likely tg-1",
    ]);
  });

  test.each<[string, readonly Existing[]]>([
    [
      "another environment of ours has",
      [existing("aws_ecs_cluster", "acme", { tags: { ManagedBy: "ballast", Environment: "other" } })],
    ],
    ["never becomes what is wanted", [existing("aws_lb", "lb-1", { attributes: { name: "lb-1", internal: true } })]],
    ["belongs to every VPC", [existing("aws_security_group", "default", { madeBy: "the VPC", attributes: {} })]],
  ])("isn't taken where it %s", (_, all) => {
    expect(found({ existing: all })).toEqual([]);
  });

  test("isn't taken by itself where others use it too, since their rules would change", () => {
    const other = existing("aws_lb", "lb-2", { attributes: { name: "lb-2", internal: true }, uses: ["sg-alb"] });
    const all = discover({ environment: "shop", wanted: WANTED, existing: [...OTHERS, other], settled: [] });
    expect(all.find(({ address }) => address === "aws_security_group.load_balancer")).toMatchObject({
      id: null,
      candidates: [
        { id: "sg-alb", why: "used by aws_lb.ingress (acme-alb), and also by lb-2, whose it would change too" },
      ],
    });
  });

  test("of several services is the one of that name", () => {
    const two = [...WANTED, wanted("aws_ecs_service.api", { name: "api" }, "aws_ecs_cluster.cluster")];
    const api = existing("aws_ecs_service", "acme/acme-api-v2", { name: "acme-api-v2", uses: ["acme"] });
    const all = found({ wanted: two, existing: [...without("tg-1"), api] });
    expect(all.filter((line) => line.startsWith("aws_ecs_service"))).toEqual([
      "aws_ecs_service.web likely acme/acme-web",
      "aws_ecs_service.api likely acme/acme-api-v2",
    ]);
  });

  test("isn't taken for two things at once", () => {
    const two = [...WANTED, wanted("aws_ecs_service.api", { name: "api" }, "aws_ecs_cluster.cluster")];
    const one = existing("aws_ecs_service", "acme/front", { name: "front", uses: ["acme"] });
    const all = found({ wanted: two, existing: [...without("acme/acme-web", "tg-1"), one] });
    expect(all.filter((line) => line.startsWith("aws_ecs_service"))).toEqual([
      "aws_ecs_service.web open undefined",
      "aws_ecs_service.api open undefined",
    ]);
  });
});
