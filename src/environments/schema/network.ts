import { z } from "zod";
import { cidr, wholeNumber } from "./values";

/** An egress rule: where compute and tasks may connect to, besides HTTPS anywhere. */
const egress = z.strictObject({
  /** What it is for; becomes the security-group rule's description. */
  description: z
    .string()
    .regex(/^[\w ./:()#,@[\]+=&;{}!$*-]{1,200}$/, "1–200 characters that AWS takes in a description"),
  /** TCP port, 1–65535. */
  port: wholeNumber(1, 65535),
  /** Destination in CIDR notation, e.g. `"10.30.0.0/16"`, apart from a created VPC's own range. */
  cidr: cidr,
});

const newNetwork = z.strictObject({
  /**
   * IPv4 range of the VPC, /16 to /20, private and apart from Docker's 172.17.0.0/16. It is cut in eight: a private subnet an AZ takes an eighth, the public ones
   * share the last. Changing it replaces the VPC.
   */
  cidr: cidr,
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
  cidr: cidr,
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

export const network = z.strictObject({
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
