import { z } from "zod";
import type { Difference } from "./difference";

const exemptionSchema = z.strictObject({
  /** Address of the resource; `*` stands for any text. */
  address: z.string().min(1, "an address, such as aws_lb.ingress or aws_lb.*"),
  /**
   * Path of the attribute, as the report has it; `*` stands for any text.
   * @default "*"
   */
  attribute: z.string().default("*"),
  /**
   * Environment that it holds in.
   * @default - every one
   */
  environment: z.string().optional(),
  /** Why it may be so for a while. */
  reason: z.string().min(10, "a reason that a stranger understands, 10 characters or more"),
  /** Last day that it is ignored, `YYYY-MM-DD`. What may stay for ever belongs in the code. */
  expires: z.iso.date("a date, YYYY-MM-DD"),
});

export type DriftExemption = z.output<typeof exemptionSchema>;

/** File of the project that says which differences are ignored for a while. */
export const DRIFT_EXEMPTIONS_FILE = "drift.exemptions.json";

/** Its content. */
export const driftExemptionsSchema = z.array(exemptionSchema);

/** Whether it is for this difference. */
export function covers(
  exemption: DriftExemption,
  environment: string | undefined,
  { address, attribute }: Difference,
): boolean {
  return (
    (exemption.environment === undefined || exemption.environment === environment) &&
    globOf(exemption.address).test(address) &&
    globOf(exemption.attribute).test(attribute)
  );
}

function globOf(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
