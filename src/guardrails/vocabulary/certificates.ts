import type { Plan, Resource } from "../../plan/plan";

/** The certificates that ACM issues, rather than takes from elsewhere or from a private authority. */
export function issuedCertificates(plan: Plan): readonly Resource[] {
  return plan
    .resources("aws_acm_certificate")
    .filter((certificate) => IMPORTED.every((attribute) => certificate.get(attribute) === undefined));
}

const IMPORTED = ["certificate_body", "private_key", "certificate_authority_arn"] as const;
