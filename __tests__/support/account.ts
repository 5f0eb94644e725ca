import type { Account } from "../../src/preflight/account";

const none = async () => 0;

/** An account that is ready for anything, with what a test says otherwise. */
export function readyAccount(otherwise: Partial<Account> = {}): Account {
  return {
    identity: async () => ({ accountId: "000000000000", arn: "arn:aws:sts::000000000000:assumed-role/deployer/x" }),
    isRegionEnabled: async () => true,
    zones: async () => ["us-east-1a", "us-east-1b", "us-east-1c"],
    hasRole: async () => true,
    hasServiceLinkedRole: async () => true,
    hasUser: async () => true,
    openIdProviders: async () => ["token.actions.githubusercontent.com"],
    quota: async () => 1000,
    usage: {
      vcpus: async () => ({ onDemand: 0, spot: 0 }),
      elasticIps: none,
      natGateways: async () => new Map(),
      networkInterfaces: none,
      vpcs: none,
      loadBalancers: none,
    },
    offeredTypes: async (types) => new Map(["a", "b", "c"].map((letter) => [`us-east-1${letter}`, types])),
    parameter: async () => ({ isEncrypted: true, key: "alias/aws/ssm", isBeingDeleted: false }),
    secret: async () => ({ isEncrypted: true, key: undefined, isBeingDeleted: false }),
    keyState: async () => "Enabled",
    hostedZone: async () => ({ name: "example.com", isPrivate: false, nameServers: ["ns-1.awsdns-1.org"] }),
    hasAddress: async () => false,
    image: async () => ({ architectures: ["amd64", "arm64"] }),
    vpc: async () => undefined,
    bucket: async () => ({ status: "there", key: "00000000-0000-4000-8000-000000000000" }),
    hasTable: async () => true,
    stateAddresses: async () => undefined,
    isTaken: async () => false,
    ...otherwise,
  };
}
