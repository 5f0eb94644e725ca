import { testRule } from "../../../support/rule-test";

testRule("load-balancing/certificate-strong-key", {
  fails: {
    "it is weak": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => json.set("aws_acm_certificate.certificate", "key_algorithm", "RSA_1024"),
    },
  },
  passes: {
    "nothing is said": (json) => json.unset("aws_acm_certificate.certificate", "key_algorithm"),
    "it is an elliptic curve": (json) => json.set("aws_acm_certificate.certificate", "key_algorithm", "EC_prime256v1"),
  },
});
