/** What preflight asks of an account. Each question reads; none reads a secret's value or changes anything. */
export interface Account {
  readonly identity: () => Promise<Identity>;
  /** Whether a region is switched on for the account. */
  readonly isRegionEnabled: (region: string) => Promise<boolean>;
  /** Names of the region's Availability Zones that take launches. */
  readonly zones: () => Promise<readonly string[]>;
  readonly hasRole: (name: string) => Promise<boolean>;
  /** Whether a service, e.g. `"ecs.amazonaws.com"`, has its service-linked role. */
  readonly hasServiceLinkedRole: (service: string) => Promise<boolean>;
  readonly hasUser: (name: string) => Promise<boolean>;
  /** URLs of the account's OpenID Connect providers, without `https://`. */
  readonly openIdProviders: () => Promise<readonly string[]>;
  /** What a quota allows. */
  readonly quota: (service: string, code: string) => Promise<number>;
  /** What is used up of it by others than the environment. */
  readonly usage: Usage;
  /** Of instance types, those that each zone offers. */
  readonly offeredTypes: (types: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** An SSM parameter, described. */
  readonly parameter: (arn: string) => Promise<SecretDescription | undefined>;
  /** A secret of Secrets Manager, described. */
  readonly secret: (arn: string) => Promise<SecretDescription | undefined>;
  /** State of a key, e.g. `"Enabled"`. */
  readonly keyState: (arn: string) => Promise<string | undefined>;
  readonly hostedZone: (id: string) => Promise<HostedZoneDescription | undefined>;
  /** Whether a name in a hosted zone has an address (A, AAAA or CNAME) already. */
  readonly hasAddress: (zoneId: string, name: string) => Promise<boolean>;
  /** An image of Amazon ECR. */
  readonly image: (image: ImageName) => Promise<ImageDescription | undefined>;
  readonly vpc: (id: string) => Promise<VpcDescription | undefined>;
  /** The bucket of the state. */
  readonly bucket: (name: string) => Promise<BucketDescription>;
  readonly hasTable: (name: string) => Promise<boolean>;
  /** Addresses of what a state holds; `undefined`: there is no such state. */
  readonly stateAddresses: (bucket: string, key: string) => Promise<ReadonlySet<string> | undefined>;
  /** Whether something of a Terraform type has a name already; `undefined`: such names aren't looked up. */
  readonly isTaken: (type: string, name: string) => Promise<boolean> | undefined;
}

export interface Identity {
  readonly accountId: string;
  readonly arn: string;
}

/** What an account uses, the environment's own left out where AWS tells it by its tags. */
export interface Usage {
  /** vCPUs of running instances of the standard families (A, C, D, H, I, M, R, T, Z). */
  readonly vcpus: () => Promise<{ readonly onDemand: number; readonly spot: number }>;
  readonly elasticIps: () => Promise<number>;
  /** By zone. */
  readonly natGateways: () => Promise<ReadonlyMap<string, number>>;
  readonly networkInterfaces: () => Promise<number>;
  readonly vpcs: () => Promise<number>;
  readonly loadBalancers: () => Promise<number>;
}

export interface SecretDescription {
  /** Whether its value is encrypted. */
  readonly isEncrypted: boolean;
  /** Key that it is encrypted under, as the service names it: an ARN, an id or an alias; `undefined`: the service's own. */
  readonly key: string | undefined;
  readonly isBeingDeleted: boolean;
}

export interface HostedZoneDescription {
  /** Without the dot at its end. */
  readonly name: string;
  readonly isPrivate: boolean;
  readonly nameServers: readonly string[];
}

export interface ImageName {
  /** Account of the registry. */
  readonly registryId: string;
  readonly region: string;
  readonly repository: string;
  readonly tag: string;
}

export interface ImageDescription {
  /** Architectures that it runs on, as images name them (`"amd64"`); empty: it doesn't say. */
  readonly architectures: readonly string[];
}

export interface VpcDescription {
  readonly cidrs: readonly string[];
  /** Zone of each subnet, by its id. */
  readonly subnets: ReadonlyMap<string, string>;
}

export interface BucketDescription {
  /** `"absent"`; `"forbidden"`: it is another account's, or closed to this caller. */
  readonly status: "there" | "absent" | "forbidden";
  /** ARN or id of the key that objects are encrypted under unless they say otherwise; `undefined`: none of KMS. */
  readonly key: string | undefined;
}
