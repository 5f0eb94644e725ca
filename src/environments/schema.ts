import { z } from "zod";
import { REGIONS } from "./catalogue/regions";
import { adopted } from "./schema/adopted";
import { automation } from "./schema/automation";
import { capacity } from "./schema/capacity";
import { detection } from "./schema/detection";
import { gameDay } from "./schema/game-day";
import { ingress } from "./schema/ingress";
import { network } from "./schema/network";
import { service } from "./schema/service";
import { terraformAccess } from "./schema/terraform-access";

/** Stands for an account in the modes that never reach AWS. */
export const DUMMY_ACCOUNT_ID = "000000000000";

export const environmentSchema = z.strictObject({
  /** Name of the environment, 2–16 characters: prefix of every name and of its two stacks. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,14}[a-z0-9]$/, "2–16 lower-case letters, digits and hyphens, a letter first"),
  /** AWS region, e.g. `"eu-west-1"`. Changing it is a new deployment, not a move. */
  region: z.enum(REGIONS),
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
   * Role that Terraform takes in `aws` mode for the stack of the state, `<name>-state`: an administrator's, since that
   * stack holds the boundary and Terraform's other roles, none of which an apply role may change.
   * @default - `deployRoleArn`
   */
  bootstrapRoleArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, "ARN of an IAM role")
    .optional(),
  /**
   * Who may take Terraform's two roles, `<name>-terraform-plan` and `<name>-terraform-apply`.
   * @default - `bootstrapRoleArn`, else `deployRoleArn`; without either, a dummy, for the modes that never reach AWS
   */
  terraformAccess: terraformAccess.optional(),
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
  /**
   * What mends it while nobody looks.
   * @default {}
   */
  automation: automation.prefault({}),
  /** What it runs: one entry a service, at least one. */
  services: z.array(service).min(1),
  /**
   * Allows experiments of AWS FIS on it: a stack of their own, `<name>-game-day`, that nobody applies unasked.
   * @default - no experiment is allowed, and there is no such stack
   */
  gameDay: gameDay.optional(),
  /** Who is told, and from when on. @default - each field's own default */
  detection: detection.prefault({}),
  /**
   * What was there before Ballast and keeps its name, by Terraform's address: `{ "aws_lb.ingress": { name: "shop-alb" } }`.
   * AWS can't rename it, so another name would replace it. `npm run adopt -- ENVIRONMENT --keep` writes it.
   * @default {} - every name begins with the environment's
   */
  adopted: adopted.default({}),
  /**
   * Days that logs are kept: one of the retentions that CloudWatch Logs knows.
   * @default 365
   */
  logRetentionDays: z
    .literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653])
    .default(365),
});

/** What a user writes: an environment with its optional fields left out. */
export type EnvironmentInput = z.input<typeof environmentSchema>;
/** An environment with every default resolved. */
export type Environment = z.output<typeof environmentSchema>;
export type Service = Environment["services"][number];
export type Network = Environment["network"];
