import { z } from "zod";

/** Stands for an account in the modes that never reach AWS. */
export const DUMMY_ACCOUNT_ID = "000000000000";

/** An egress rule: where compute and tasks may connect to, besides HTTPS anywhere. */
const egress = z.strictObject({
  /** What it is for; becomes the security-group rule's description. */
  description: z
    .string()
    .regex(/^[\w ./:()#,@[\]+=&;{}!$*-]{1,200}$/, "1–200 characters that AWS takes in a description"),
  /** TCP port, 1–65535. */
  port: z.int().min(1).max(65535),
  /** Destination in CIDR notation, e.g. `"10.20.0.0/16"`. */
  cidr: z.cidrv4(),
});

const newNetwork = z.strictObject({
  /**
   * IPv4 range of the VPC, /16 to /20. It is cut in eight: a private subnet an AZ takes an eighth, the public ones
   * share the last. Changing it replaces the VPC.
   */
  cidr: z.cidrv4(),
  /**
   * Availability Zones, 2–6, all in `region`; their order fixes the subnets' ranges, so append, never reorder. Two
   * zones need 100 % spare capacity to survive the loss of one, three need 50 %.
   */
  availabilityZones: z.array(z.string()).min(2).max(6),
  /**
   * `"one-per-zone"`, or `"single"`: about 33 USD a month less for each gateway left out, but an outage of that one
   * zone cuts every zone off from registries and AWS (a guardrail warns).
   * @default "one-per-zone"
   */
  natGateways: z.enum(["one-per-zone", "single"]).default("one-per-zone"),
  /**
   * AWS services reached without NAT, as the last part of the endpoint's name (`"ssm"`, `"ecr.api"`). Each costs
   * about 7.20 USD a month in each zone. S3 always has a gateway endpoint, which is free.
   * @default ["ssm"]
   */
  interfaceEndpoints: z
    .array(
      z.enum([
        "ssm",
        "ssmmessages",
        "ec2messages",
        "secretsmanager",
        "kms",
        "logs",
        "ecr.api",
        "ecr.dkr",
        "ecs",
        "ecs-agent",
        "ecs-telemetry",
        "monitoring",
      ]),
    )
    .default(["ssm"]),
});

const existingNetwork = z.strictObject({
  /** Id of the VPC, `vpc-…`. Its flow logs, endpoints and NAT gateways stay its owner's. */
  vpcId: z.string().regex(/^vpc-[0-9a-f]{8,17}$/, "vpc- and 8 to 17 hexadecimal digits"),
  /** IPv4 range of the VPC: what the load balancer may connect to. */
  cidr: z.cidrv4(),
  /** Public subnets for the load balancer, a zone each: `{ "eu-west-1a": "subnet-…" }`; at least two. */
  publicSubnetIds: z.record(
    z.string(),
    z.string().regex(/^subnet-[0-9a-f]{8,17}$/, "subnet- and 8 to 17 hexadecimal digits"),
  ),
  /** Private subnets for compute, in the same zones; their route tables must lead out (NAT or endpoints). */
  privateSubnetIds: z.record(
    z.string(),
    z.string().regex(/^subnet-[0-9a-f]{8,17}$/, "subnet- and 8 to 17 hexadecimal digits"),
  ),
});

const network = z.strictObject({
  /** A VPC of the environment's own. Give this or `existing`. */
  create: newNetwork.optional(),
  /** A VPC that is there already. Give this or `create`. */
  existing: existingNetwork.optional(),
  /**
   * Where compute and tasks may connect to, besides HTTPS (443) anywhere: databases, caches.
   * @default []
   */
  egress: z.array(egress).default([]),
});

const ingress = z.strictObject({
  /** Public DNS zone that the services' hosts are in, e.g. `"production.example.com"`. */
  domainName: z
    .string()
    .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, "a domain name in lower case"),
  /**
   * Id of the Route 53 zone of `domainName`.
   * @default - a zone is created; delegate `domainName` to the name servers of the output `name_servers`, or the
   * certificate is never issued and the first apply waits for it in vain
   */
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{7,31}$/, "Z and 7 to 31 capitals or digits")
    .optional(),
  /**
   * Who may reach the load balancer, in CIDR notation.
   * @default ["0.0.0.0/0"]
   */
  allowedCidrs: z.array(z.cidrv4()).min(1).default(["0.0.0.0/0"]),
  /**
   * AWS WAF with the managed rule sets for common attacks and known bad inputs (Log4j among them) in front of the
   * load balancer; about 7 USD a month and 0.60 USD a million requests.
   * @default true
   */
  webApplicationFirewall: z.boolean().default(true),
});

const capacity = z.strictObject({
  /**
   * EC2 instance types, at least two, of equal vCPUs, memory and architecture, without weights: managed scaling counts
   * instances. More types mean more Spot pools, and so fewer reclaims at once; a guardrail asks for four.
   */
  instanceTypes: z.array(z.string()).min(2),
  /**
   * Instances that are always On-Demand; what stays when all Spot is reclaimed.
   * @default 2
   */
  onDemandBase: z.int().min(0).default(2),
  /**
   * Share of On-Demand above the base, 0–100; 0: all the rest is Spot.
   * @default 0
   */
  onDemandPercentageAboveBase: z.int().min(0).max(100).default(0),
  /** Fewest instances, at night too. At least the number of zones keeps one in each. */
  minInstances: z.int().min(1),
  /** Most instances. Must hold twice the services' desired tasks (a deployment at 100/200 doubles them). */
  maxInstances: z.int().min(1).max(1000),
  /**
   * Target of managed scaling (CapacityProviderReservation), 1–100; 80 keeps a quarter of the used capacity spare.
   * @default 80
   */
  targetCapacityPercent: z.int().min(1).max(100).default(80),
  /**
   * Seconds before a new instance counts; until then no further scale-out, 0–10000. AWS's own default is 300.
   * @default 120
   */
  instanceWarmupSeconds: z.int().min(0).max(10000).default(120),
  /**
   * Root volume (gp3, encrypted under the environment's key) in GiB, 30–16384: images and container layers.
   * @default 30
   */
  rootVolumeGiB: z.int().min(30).max(16384).default(30),
  /**
   * Memory kept from tasks for the system and the agent, in MiB.
   * @default 256
   */
  reservedMemoryMiB: z.int().min(0).default(256),
  /**
   * Number in the capacity provider's name. A provider in use can't be replaced in place; a replacement takes the next
   * generation (docs/runbooks.md).
   * @default 1
   */
  generation: z.int().min(1).default(1),
});

const schedule = z.strictObject({
  /** Name of the scheduled action, e.g. `"night"`. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, "lower-case letters, digits and hyphens, 31 at most"),
  /** `cron(minute hour day month weekday year)`, e.g. `"cron(0 22 * * ? *)"`, or `rate(…)`, `at(…)`. */
  schedule: z.string().regex(/^(cron|rate|at)\(.+\)$/, "cron(…), rate(…) or at(…)"),
  /**
   * IANA time zone of the schedule.
   * @default "UTC"
   */
  timezone: z.string().default("UTC"),
  /** Fewest tasks from then on. */
  minTasks: z.int().min(0),
  /** Most tasks from then on. */
  maxTasks: z.int().min(1),
});

const scaling = z.strictObject({
  /** Fewest tasks. At least two, or one lost instance is an outage. */
  minTasks: z.int().min(0),
  /** Most tasks. */
  maxTasks: z.int().min(1),
  /**
   * Mean CPU of the service that scaling aims at, in percent of its reservation, 10–90.
   * @default 60
   */
  cpuPercent: z.int().min(10).max(90).default(60),
  /**
   * Requests a task and minute that scaling aims at.
   * @default 1000
   */
  requestsPerTaskPerMinute: z.int().min(1).default(1000),
  /**
   * Scheduled changes of the two bounds. The schedule then owns the bounds: an edit of `minTasks` or `maxTasks` reaches
   * a running service only when its schedule next fires.
   * @default []
   */
  schedules: z.array(schedule).default([]),
});

const routing = z.strictObject({
  /** Public host name, inside `ingress.domainName`. */
  host: z.string(),
  /**
   * Path patterns of the load balancer's rule, 1–4.
   * @default ["/*"]
   */
  paths: z
    .array(
      z
        .string()
        .regex(/^\/[\w\-.$/~"'@:+*?&]{0,127}$/, "a path pattern that begins with / and has 128 characters at most"),
    )
    .min(1)
    .max(4)
    .default(["/*"]),
  /** Priority of the rule, 1–50000, unique; lower is asked first, so give narrow paths the lower number. */
  priority: z.int().min(1).max(50000),
});

const healthCheck = z.strictObject({
  /**
   * Path that answers 200 when the task can serve.
   * @default "/healthz"
   */
  path: z
    .string()
    .regex(/^\/\S{0,1023}$/, "a path that begins with /")
    .default("/healthz"),
  /**
   * Seconds between the load balancer's checks, 5–300.
   * @default 10
   */
  intervalSeconds: z.int().min(5).max(300).default(10),
  /**
   * Seconds after which a check has failed, 2–120, less than the interval.
   * @default 5
   */
  timeoutSeconds: z.int().min(2).max(120).default(5),
  /**
   * Failed checks in a row that make a target unhealthy, 2–10.
   * @default 2
   */
  unhealthyThreshold: z.int().min(2).max(10).default(2),
  /**
   * Seconds after a task's start in which failed checks don't count against it; longer than the application's start.
   * @default 60
   */
  gracePeriodSeconds: z.int().min(0).max(2_147_483_647).default(60),
  /**
   * The container's own check, run by the ECS agent inside it.
   * @default - `wget` of `path` on the container's port; the image must have `wget`
   */
  command: z.array(z.string()).min(1).optional(),
});

const taskPermission = z.strictObject({
  /** IAM actions, e.g. `["s3:GetObject"]`. */
  actions: z.array(z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9*]+$/, "service:Action")).min(1),
  /** Exact ARNs. */
  resources: z.array(z.string().startsWith("arn:")).min(1),
});

const service = z.strictObject({
  /** Name of the service, unique: prefix of its resources' names and their Terraform address (`aws_ecs_service.web`). */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, "lower-case letters, digits and hyphens, a letter first"),
  /**
   * `"bridge"`: dynamic host ports, as many tasks an instance as its CPU and memory hold. `"awsvpc"`: a network
   * interface and a security group of each task's own, as many tasks an instance as it has interfaces, less one.
   */
  networkMode: z.enum(["bridge", "awsvpc"]),
  /** Image without its tag, e.g. `"000000000000.dkr.ecr.eu-west-1.amazonaws.com/web"`. */
  image: z.string().regex(/^[a-z0-9][a-z0-9._/:-]*$/, "a repository in lower case, without a tag"),
  /** Tag that is run until a release names another (Terraform variable `<service>_image_tag`). */
  imageTag: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, "an image tag"),
  /** CPU units of a task; 1024 are one vCPU. */
  cpuUnits: z.int().min(128).max(196_608),
  /** Memory of a task in MiB, a hard limit: a task that exceeds it is killed. */
  memoryMiB: z.int().min(6),
  /** Port that the container listens on, 1–65535. */
  containerPort: z.int().min(1).max(65535),
  /**
   * User (and group) that the container runs as; never root.
   * @default "1000:1000"
   */
  user: z
    .string()
    .regex(/^(?!(0|root)(:|$))[a-z0-9_][a-z0-9_-]*(:[a-z0-9_][a-z0-9_-]*)?$/, "user or user:group, not root")
    .default("1000:1000"),
  /** Tasks at first; afterwards auto scaling owns the number. */
  desiredTasks: z.int().min(1),
  /** Auto scaling of the number of tasks. */
  scaling,
  /** How requests find the service. */
  routing,
  /** How its health is asked. @default - each field's own default */
  healthCheck: healthCheck.prefault({}),
  /**
   * Seconds that the load balancer lets a removed target's connections end, 0–3600. With `stopTimeoutSeconds` it must
   * fit in the 120 s that a Spot reclaim gives.
   * @default 30
   */
  deregistrationDelaySeconds: z.int().min(0).max(3600).default(30),
  /**
   * Seconds between SIGTERM and SIGKILL.
   * @default 30
   */
  stopTimeoutSeconds: z.int().min(2).max(7200).default(30),
  /**
   * Server errors (5xx) in a minute that roll a deployment back.
   * @default 10
   */
  maxServerErrorsPerMinute: z.int().min(1).default(10),
  /**
   * Plain environment variables. No secret belongs here; a name or value that looks like one is refused.
   * @default {}
   */
  environment: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "a variable's name"), z.string()).default({}),
  /**
   * Secrets as environment variables: the ARN of an SSM parameter or of a Secrets Manager secret (with its six-character
   * suffix; `:json-key::` may follow). Read once, at a task's start, by the execution role.
   * @default {}
   */
  secrets: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "a variable's name"), z.string()).default({}),
  /**
   * ARNs of the customer managed keys that those secrets are encrypted under.
   * @default [] - AWS managed keys, which need no grant
   */
  secretsKeyArns: z
    .array(z.string().regex(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]{36}$/, "ARN of a KMS key"))
    .default([]),
  /**
   * What the application itself may do in AWS (task role).
   * @default [] - nothing
   */
  permissions: z.array(taskPermission).default([]),
});

export const environmentSchema = z.strictObject({
  /** Name of the environment, 2–16 characters: prefix of every name and of its two stacks. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,14}[a-z0-9]$/, "2–16 lower-case letters, digits and hyphens, a letter first"),
  /** AWS region, e.g. `"eu-west-1"`. Changing it is a new deployment, not a move. */
  region: z.string(),
  /**
   * AWS account that it may be deployed to, and no other; needed in `aws` mode.
   * @default "000000000000" - a dummy, for the modes that never reach AWS
   */
  accountId: z
    .string()
    .regex(/^\d{12}$/, "12 digits")
    .default(DUMMY_ACCOUNT_ID),
  /**
   * Role that Terraform takes in `aws` mode; needed there.
   * @default - none; the other modes use dummy credentials
   */
  deployRoleArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, "ARN of an IAM role")
    .optional(),
  /**
   * `true` switches every protection against deletion off, so that one command destroys the environment.
   * @default false
   */
  disposable: z.boolean().default(false),
  /**
   * Tags on every resource, besides `Environment`, `ManagedBy` and `Disposable`.
   * @default {}
   */
  tags: z.record(z.string().min(1).max(128), z.string().max(256)).default({}),
  /** Where it runs. */
  network,
  /** How the internet reaches it. */
  ingress,
  /** What it runs on. */
  capacity,
  /** What it runs: one entry a service, at least one. */
  services: z.array(service).min(1),
  /**
   * Days that logs are kept: one of the retentions that CloudWatch Logs knows.
   * @default 365
   */
  logRetentionDays: z
    .union(
      [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653].map(
        (days) => z.literal(days),
      ),
    )
    .default(365),
});

/** What a user writes: an environment with its optional fields left out. */
export type EnvironmentInput = z.input<typeof environmentSchema>;
/** An environment with every default resolved. */
export type Environment = z.output<typeof environmentSchema>;
export type Service = Environment["services"][number];
export type Network = Environment["network"];

/** Gives an environment file its types, in the editor and in `npm run types`; the check itself is at synthesis. */
export function defineEnvironment(environment: EnvironmentInput): EnvironmentInput {
  return environment;
}
