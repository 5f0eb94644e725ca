import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { issuedCertificates } from "../../vocabulary/certificates";

export const certificateTransparency: Check = (plan) =>
  issuedCertificates(plan).map((certificate) =>
    judgeAttribute(certificate, "options.certificate_transparency_logging_preference", equals("ENABLED"), "ENABLED"),
  );
