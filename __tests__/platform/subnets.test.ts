import fc from "fast-check";
import { Netmask } from "netmask";
import { zoneCidrs } from "../../src/platform/subnets";

describe("zoneCidrs", () => {
  test("gives the private subnets of a /16 an eighth each, and shares the last among the public ones", () => {
    expect([0, 1, 2].map((zone) => zoneCidrs("10.20.0.0/16", zone))).toEqual([
      { privateCidr: "10.20.0.0/19", publicCidr: "10.20.224.0/22" },
      { privateCidr: "10.20.32.0/19", publicCidr: "10.20.228.0/22" },
      { privateCidr: "10.20.64.0/19", publicCidr: "10.20.232.0/22" },
    ]);
  });

  test("leaves a load balancer room in the public subnets of a /20", () => {
    expect([0, 1].map((zone) => zoneCidrs("192.168.16.0/20", zone))).toEqual([
      { privateCidr: "192.168.16.0/23", publicCidr: "192.168.30.0/26" },
      { privateCidr: "192.168.18.0/23", publicCidr: "192.168.30.64/26" },
    ]);
  });

  test("keeps the subnets of six zones inside the VPC and apart from each other, whatever its size", () => {
    const vpc = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 16, max: 20 }));
    fc.assert(
      fc.property(vpc, ([second, bits]) => {
        const whole = new Netmask(`10.${second}.0.0/${bits}`);
        const blocks = [0, 1, 2, 3, 4, 5]
          .map((zone) => zoneCidrs(whole.toString(), zone))
          .flatMap(({ privateCidr, publicCidr }) => [privateCidr, publicCidr])
          .map((cidr) => new Netmask(cidr));
        for (const [index, block] of blocks.entries()) {
          expect(whole.contains(block)).toBe(true);
          for (const other of blocks.slice(index + 1)) {
            expect(block.contains(other) || other.contains(block)).toBe(false);
          }
        }
      }),
    );
  });
});
