import { z } from "zod";
import type { Rule } from "./rule";

const exemptionSchema = z
  .strictObject({
    /** Id of the rule. */
    rule: z.string(),
    /** Address of the resource; `*` stands for any text. */
    address: z.string().min(1, "an address, such as aws_lb.load_balancer or aws_lb.*"),
    /**
     * Environment that it holds in.
     * @default - every one
     */
    environment: z.string().optional(),
    /** Why it is right to break the rule here. */
    reason: z.string().min(10, "a reason that a stranger understands, 10 characters or more"),
    /** Last day that it holds, `YYYY-MM-DD`. Give this or `permanentBecause`. */
    expires: z.iso.date("a date, YYYY-MM-DD").optional(),
    /** Why it never needs to be looked at again. */
    permanentBecause: z.string().min(10, "why it holds for ever, 10 characters or more").optional(),
  })
  .refine(({ expires, permanentBecause }) => (expires === undefined) !== (permanentBecause === undefined), {
    message: "give one of expires and permanentBecause, not both",
  });

export type Exemption = z.output<typeof exemptionSchema>;

/** File of the project that says what breaks a rule on purpose. */
export const EXEMPTIONS_FILE = "guardrails.exemptions.json";

/** Its content. */
export const exemptionFileSchema = z.array(exemptionSchema);

/** Whether it is for this judgement of a rule. */
export function covers(exemption: Exemption, rule: string, environment: string | undefined, address: string): boolean {
  return (
    exemption.rule === rule &&
    (exemption.environment === undefined || exemption.environment === environment) &&
    globOf(exemption.address).test(address)
  );
}

/** Whether its last day has passed; `today` is `YYYY-MM-DD`. */
export function isExpired(exemption: Exemption, today: string): boolean {
  return exemption.expires !== undefined && exemption.expires < today;
}

function globOf(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

/** Wording for an exemption whose last day has passed. */
export const EXPIRED: Omit<Rule, "check"> = {
  id: "exemptions/expired",
  severity: "medium",
  title: "No exemption is past its last day",
  why: "An exemption is a promise to look again; past its day, nobody has.",
  fix: `Mend what it exempts and delete the entry in ${EXEMPTIONS_FILE}, or give it a new date and say why.`,
  references: [],
};
/** Wording for one that exempts nothing. */
export const UNUSED: Omit<Rule, "check"> = {
  id: "exemptions/unused",
  severity: "low",
  title: "Every exemption is needed",
  why: "One that exempts nothing hides the next mistake at its address.",
  fix: `Delete the entry in ${EXEMPTIONS_FILE}; or name its environment, if it is for another one.`,
  references: [],
};
