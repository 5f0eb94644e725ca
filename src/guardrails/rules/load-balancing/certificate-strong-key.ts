import { oneOf } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { issuedCertificates } from "../../vocabulary/certificates";

const STRONG = ["RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"] as const;

export const certificateStrongKey: Check = (plan) =>
  issuedCertificates(plan).map((certificate) =>
    judgeAttribute(certificate, "key_algorithm", oneOf(...STRONG), "RSA_2048"),
  );
