import {
  DescribeAvailabilityZonesCommand,
  DescribeRegionsCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeInstanceTypeOfferings,
  paginateDescribeSubnets,
} from "@aws-sdk/client-ec2";
import { allOf, unlessMissing } from "../../aws/answers";
import type { Connection } from "../../aws/connection";
import type { Account } from "../account";

/** Region, zones, instance types, networks. */
export function network(connection: Connection): Pick<Account, "isRegionEnabled" | "zones" | "offeredTypes" | "vpc"> {
  const client = new EC2Client(connection);
  return {
    isRegionEnabled: async (region) => {
      const { Regions = [] } = await client.send(
        new DescribeRegionsCommand({ RegionNames: [region], AllRegions: true }),
      );
      return Regions.some(({ OptInStatus }) => OptInStatus !== "not-opted-in");
    },
    zones: async () => {
      const { AvailabilityZones = [] } = await client.send(new DescribeAvailabilityZonesCommand({}));
      return AvailabilityZones.flatMap(({ ZoneName, State }) =>
        ZoneName !== undefined && State === "available" ? [ZoneName] : [],
      );
    },
    offeredTypes: async (types) => {
      const offerings = await allOf(
        paginateDescribeInstanceTypeOfferings(
          { client },
          { LocationType: "availability-zone", Filters: [{ Name: "instance-type", Values: [...types] }] },
        ),
        ({ InstanceTypeOfferings }) => InstanceTypeOfferings,
      );
      const byZone = new Map<string, string[]>();
      for (const { Location = "", InstanceType = "" } of offerings) {
        byZone.set(Location, [...(byZone.get(Location) ?? []), InstanceType]);
      }
      return byZone;
    },
    vpc: async (id) => {
      const found = await unlessMissing(
        client.send(new DescribeVpcsCommand({ VpcIds: [id] })),
        "InvalidVpcID.NotFound",
      );
      const vpc = found?.Vpcs?.[0];
      if (vpc === undefined) return undefined;
      const subnets = await allOf(
        paginateDescribeSubnets({ client }, { Filters: [{ Name: "vpc-id", Values: [id] }] }),
        ({ Subnets }) => Subnets,
      );
      return {
        cidrs: (vpc.CidrBlockAssociationSet ?? [{ CidrBlock: vpc.CidrBlock }]).flatMap(
          ({ CidrBlock }) => CidrBlock ?? [],
        ),
        subnets: new Map(subnets.map(({ SubnetId = "", AvailabilityZone = "" }) => [SubnetId, AvailabilityZone])),
      };
    },
  };
}
