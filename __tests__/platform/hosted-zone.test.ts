import { HostedZone } from "../../src/platform/hosted-zone";
import { environmentWith, resource, synthesizeStack } from "../support/stack";

describe("HostedZone", () => {
  test("is made where none is given, and kept: a new one would have other name servers", () => {
    const environment = environmentWith();
    const stack = synthesizeStack((scope) => {
      const zone = new HostedZone(scope, "zone", { environment });
      expect(zone.nameServers).toBeDefined();
    }, environment);
    expect(resource(stack, "aws_route53_zone.zone")).toMatchObject({
      name: "production.example.com",
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("is the given one, whose name servers are its owner's matter", () => {
    const environment = environmentWith({
      ingress: { domainName: "production.example.com", hostedZoneId: "Z00000000000000DUMMY" },
    });
    const stack = synthesizeStack((scope) => {
      const { zoneId, nameServers } = new HostedZone(scope, "zone", { environment });
      expect({ zoneId, nameServers }).toEqual({ zoneId: "Z00000000000000DUMMY", nameServers: undefined });
    }, environment);
    expect(stack.resource).toBeUndefined();
  });
});
