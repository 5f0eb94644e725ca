import { z } from "zod";
import { scaling } from "./scaling";
import { wholeNumber } from "./values";

const routing = z.strictObject({
  /** Public host name, `ingress.domainName` or a name in it; 64 characters at most, for the certificate. */
  host: z
    .string()
    .regex(
      /^(?=.{1,64}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
      "a host name in lower case, 64 characters at most",
    ),
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
  priority: wholeNumber(1, 50000),
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
  intervalSeconds: wholeNumber(5, 300).default(10),
  /**
   * Seconds after which a check has failed, 2–120, less than the interval.
   * @default 5
   */
  timeoutSeconds: wholeNumber(2, 120).default(5),
  /**
   * Failed checks in a row that make a target unhealthy, 2–10.
   * @default 2
   */
  unhealthyThreshold: wholeNumber(2, 10).default(2),
  /**
   * Seconds after a task's start in which failed checks don't count against it; longer than the application's start.
   * @default 60
   */
  gracePeriodSeconds: wholeNumber(0, 2_147_483_647).default(60),
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
  resources: z.array(z.string().regex(/^arn:aws:\S+$/, "an exact ARN, arn:aws:…")).min(1),
});

export const service = z.strictObject({
  /** Name of the service, unique: prefix of its resources' names and their Terraform address (`aws_ecs_service.web`). */
  name: z
    .string()
    .regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/, "lower-case letters, digits and hyphens, a letter first, no hyphen last"),
  /**
   * `"bridge"`: dynamic host ports, as many tasks an instance as its CPU and memory hold. `"awsvpc"`: a network
   * interface and a security group of each task's own, as many tasks an instance as it has interfaces, less one.
   */
  networkMode: z.enum(["bridge", "awsvpc"]),
  /** Image without its tag, e.g. `"000000000000.dkr.ecr.eu-west-1.amazonaws.com/web"`. */
  image: z
    .string()
    .regex(/^([a-z0-9.-]+(:\d+)?\/)?[a-z0-9._-]+(\/[a-z0-9._-]+)*$/, "a repository in lower case, without a tag"),
  /** Tag that is run until `npm run release` names another, which `releases.json` keeps (Terraform variable `<service>_image_tag`). */
  imageTag: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, "an image tag"),
  /** CPU units of a task, from 128; 1024 are one vCPU. Not more than the smallest instance type has. */
  cpuUnits: wholeNumber(128, 196_608),
  /**
   * Memory of a task in MiB, from 6, a hard limit: a task that exceeds it is killed. Not more than the smallest instance
   * type registers, less `reservedMemoryMiB`.
   */
  memoryMiB: wholeNumber(6),
  /** Port that the container listens on, 1–65535. */
  containerPort: wholeNumber(1, 65535),
  /**
   * User (and group) that the container runs as; never root.
   * @default "1000:1000"
   */
  user: z
    .string()
    .regex(/^(?!(0+|root)(:|$))[a-z0-9_][a-z0-9_-]*(:[a-z0-9_][a-z0-9_-]*)?$/, "user or user:group, not root")
    .default("1000:1000"),
  /** Tasks at first, 1–5000 (a quota of ECS), within the bounds of `scaling`; afterwards auto scaling owns the number. */
  desiredTasks: wholeNumber(1, 5000),
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
  deregistrationDelaySeconds: wholeNumber(0, 3600).default(30),
  /**
   * Seconds between SIGTERM and SIGKILL.
   * @default 30
   */
  stopTimeoutSeconds: wholeNumber(2, 7200).default(30),
  /**
   * Server errors (5xx) in a minute that roll a deployment back.
   * @default 10
   */
  maxServerErrorsPerMinute: wholeNumber(1).default(10),
  /**
   * Seconds that one answer in a hundred may take before it is an alarm.
   * @default 2
   */
  maxSecondsToAnswer: z
    .number({ error: "seconds, more than 0" })
    .positive({ error: "seconds, more than 0" })
    .default(2),
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
