import { z } from "zod";
import { DUMMY_ACCOUNT_ID, type Environment } from "./schema";

/** File of the backends' settings, in the project's folder. */
export const BACKEND_FILE = "backend.config.json";

/** Settings of Terraform's S3 backend for one environment, in `backend.config.json`. */
export const backendSchema = z.strictObject({
  /** Bucket of the state, globally unique. */
  bucket: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, "3–63 lower-case letters, digits and hyphens"),
  region: z.string(),
  /** Lock table. Terraform 1.11 calls it deprecated; it is kept beside the native lock for older clients. */
  dynamodb_table: z.string().regex(/^[\w.-]{3,255}$/, "3–255 letters, digits, dots, hyphens and underscores"),
  /** S3's own lock, a `.tflock` object beside the state. */
  use_lockfile: z.literal(true),
  encrypt: z.literal(true),
  /** ARN of the key that the state is encrypted under; `npm run bootstrap` writes it once the key is there. */
  kms_key_id: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      "ARN of a KMS key",
    ),
});

/** `backend.config.json`: the settings by environment. */
export const backendFileSchema = z.record(z.string(), backendSchema);

export type BackendConfig = z.output<typeof backendSchema>;

/** The settings of an environment that isn't bootstrapped yet: the names it will have, and a dummy for the key. */
export function derivedBackend({ name, accountId, region }: Environment): BackendConfig {
  return {
    bucket: `ballast-${name}-state-${accountId}`,
    region,
    dynamodb_table: `ballast-${name}-locks`,
    use_lockfile: true,
    encrypt: true,
    kms_key_id: `arn:aws:kms:${region}:${DUMMY_ACCOUNT_ID}:key/00000000-0000-4000-8000-000000000000`,
  };
}
