import type { Rule } from "../../rule";
import { certificateCoversHosts } from "../../rules/load-balancing/certificate-covers-hosts";
import { certificateNamesHosts } from "../../rules/load-balancing/certificate-names-hosts";
import { certificateReplacedBeforeDestroyed } from "../../rules/load-balancing/certificate-replaced-before-destroyed";
import { certificateStrongKey } from "../../rules/load-balancing/certificate-strong-key";
import { certificateTransparency } from "../../rules/load-balancing/certificate-transparency";
import { certificateValidatedByDns } from "../../rules/load-balancing/certificate-validated-by-dns";

/** Certificates. */
export const certificates: readonly Rule[] = [
  {
    id: "load-balancing/certificate-validated-by-dns",
    severity: "high",
    title: "Certificates are validated by DNS, and waited for",
    why: "One validated by mail runs out when nobody answers the mail; one that isn't waited for lets the listener fail, or serve nothing.",
    fix: 'Set validation_method = "DNS" on the aws_acm_certificate, write its records, and add an aws_acm_certificate_validation for it.',
    references: ["https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"],
    check: certificateValidatedByDns,
  },
  {
    id: "load-balancing/certificate-covers-hosts",
    severity: "high",
    title: "Certificates are for the hosts that their listener serves",
    why: "Browsers and clients refuse the connection: for them the host is down.",
    fix: "Name each host of the listener's rules in domain_name or subject_alternative_names of the aws_acm_certificate.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
    ],
    check: certificateCoversHosts,
  },
  {
    id: "load-balancing/certificate-names-hosts",
    severity: "low",
    title: "Certificates name hosts, not wildcards",
    why: "Whoever gets the key of a wildcard is every host of the domain, those of other teams too.",
    fix: "List the hosts in domain_name and subject_alternative_names.",
    references: ["CKV2_AWS_71"],
    check: certificateNamesHosts,
  },
  {
    id: "load-balancing/certificate-replaced-before-destroyed",
    severity: "medium",
    title: "Certificates are replaced before they are destroyed",
    why: "A new host name replaces the certificate: the old one is in use, can't be deleted, and the apply hangs; or HTTPS is down between the two.",
    fix: "Set create_before_destroy = true in the certificate's lifecycle.",
    references: ["CKV_AWS_233"],
    onlyIn: "configuration",
    check: certificateReplacedBeforeDestroyed,
  },
  {
    id: "load-balancing/certificate-strong-key",
    severity: "medium",
    title: "Certificates have a strong key",
    why: "A short RSA key can be factored by who can afford it: he is then your site.",
    fix: "Set key_algorithm on the aws_acm_certificate to RSA_2048 or stronger, or leave it out.",
    references: ["FSBP ACM.2"],
    check: certificateStrongKey,
  },
  {
    id: "load-balancing/certificate-transparency",
    severity: "low",
    title: "Certificates are entered in the public logs",
    why: "Browsers show a warning instead of the site for a certificate that isn't in the logs.",
    fix: 'Set options.certificate_transparency_logging_preference = "ENABLED" on the aws_acm_certificate, or leave it out.',
    references: ["CKV_AWS_234"],
    check: certificateTransparency,
  },
];
