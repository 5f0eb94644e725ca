import {
  DescribeAddressesCommand,
  EC2Client,
  paginateDescribeInstances,
  paginateDescribeNatGateways,
  paginateDescribeNetworkInterfaces,
  paginateDescribeSubnets,
  paginateDescribeVpcs,
  type Tag,
} from "@aws-sdk/client-ec2";
import { ElasticLoadBalancingV2Client, paginateDescribeLoadBalancers } from "@aws-sdk/client-elastic-load-balancing-v2";
import { allOf } from "../../aws/answers";
import type { Connection } from "../../aws/connection";
import type { Usage } from "../account";

/** Families that share one quota of On-Demand and one of Spot: "All Standard (A, C, D, H, I, M, R, T, Z)". */
const STANDARD = /^[acdhimrtz]\d/;

/** What an account uses; what the environment itself has is told by its tags, and left out. */
export function usageOf(connection: Connection, environment: string): Usage {
  const client = new EC2Client(connection);
  const balancers = new ElasticLoadBalancingV2Client(connection);
  const isOthers = ({ Tags }: { readonly Tags?: readonly Tag[] }) =>
    !(has(Tags, "ManagedBy", "ballast") && has(Tags, "Environment", environment));
  return {
    vcpus: async () => {
      const running = { Filters: [{ Name: "instance-state-name", Values: ["pending", "running"] }] };
      const instances = await allOf(paginateDescribeInstances({ client }, running), ({ Reservations = [] }) =>
        Reservations.flatMap(({ Instances = [] }) => Instances),
      );
      let [onDemand, spot] = [0, 0];
      for (const { CpuOptions, InstanceLifecycle, InstanceType = "" } of instances.filter(isOthers)) {
        if (!STANDARD.test(InstanceType)) continue;
        const vcpus = (CpuOptions?.CoreCount ?? 1) * (CpuOptions?.ThreadsPerCore ?? 2);
        if (InstanceLifecycle === "spot") spot += vcpus;
        else onDemand += vcpus;
      }
      return { onDemand, spot };
    },
    elasticIps: async () => {
      const { Addresses = [] } = await client.send(new DescribeAddressesCommand({}));
      return Addresses.filter(isOthers).length;
    },
    natGateways: async () => {
      const standing = { Filter: [{ Name: "state", Values: ["pending", "available"] }] };
      const gateways = await allOf(paginateDescribeNatGateways({ client }, standing), ({ NatGateways }) => NatGateways);
      const subnets = await allOf(paginateDescribeSubnets({ client }, {}), ({ Subnets }) => Subnets);
      const zones = new Map(subnets.map(({ SubnetId, AvailabilityZone = "" }) => [SubnetId, AvailabilityZone]));
      const count = new Map<string, number>();
      for (const { SubnetId } of gateways.filter(isOthers)) {
        const zone = zones.get(SubnetId) ?? "";
        count.set(zone, (count.get(zone) ?? 0) + 1);
      }
      return count;
    },
    networkInterfaces: async () => {
      const pages = paginateDescribeNetworkInterfaces({ client }, {});
      return (await allOf(pages, ({ NetworkInterfaces }) => NetworkInterfaces)).filter(({ TagSet }) =>
        isOthers({ Tags: TagSet }),
      ).length;
    },
    vpcs: async () => (await allOf(paginateDescribeVpcs({ client }, {}), ({ Vpcs }) => Vpcs)).filter(isOthers).length,
    loadBalancers: async () => {
      const pages = paginateDescribeLoadBalancers({ client: balancers }, {});
      const all = await allOf(pages, ({ LoadBalancers }) => LoadBalancers);
      // The environment's own has its name.
      return all.filter(({ Type, LoadBalancerName }) => Type === "application" && LoadBalancerName !== environment)
        .length;
    },
  };
}

const has = (tags: readonly Tag[] | undefined, key: string, value: string): boolean =>
  (tags ?? []).some(({ Key, Value }) => Key === key && Value === value);
