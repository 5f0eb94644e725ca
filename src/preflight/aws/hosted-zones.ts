import { GetHostedZoneCommand, ListResourceRecordSetsCommand, Route53Client } from "@aws-sdk/client-route-53";
import { unlessMissing } from "../../aws/answers";
import type { Connection } from "../../aws/connection";
import type { Account } from "../account";

const withoutDot = (name: string): string => name.replace(/\.$/, "");

/** Zones of Route 53. */
export function hostedZones(connection: Connection): Pick<Account, "hostedZone" | "hasAddress"> {
  const client = new Route53Client(connection);
  return {
    hostedZone: async (Id) => {
      const found = await unlessMissing(
        client.send(new GetHostedZoneCommand({ Id })),
        "NoSuchHostedZone",
        "InvalidInput",
      );
      if (found?.HostedZone === undefined) return undefined;
      return {
        name: withoutDot(found.HostedZone.Name ?? ""),
        isPrivate: found.HostedZone.Config?.PrivateZone === true,
        nameServers: found.DelegationSet?.NameServers ?? [],
      };
    },
    hasAddress: async (HostedZoneId, name) => {
      const asked = new ListResourceRecordSetsCommand({ HostedZoneId, StartRecordName: name });
      const found = await unlessMissing(client.send(asked), "NoSuchHostedZone", "InvalidInput");
      return (found?.ResourceRecordSets ?? []).some(
        ({ Name = "", Type = "" }) => withoutDot(Name) === name && ["A", "AAAA", "CNAME"].includes(Type),
      );
    },
  };
}
