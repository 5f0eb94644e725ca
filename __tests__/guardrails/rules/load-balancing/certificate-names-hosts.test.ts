import { testRule } from "../../../support/rule-test";

testRule("load-balancing/certificate-names-hosts", {
  fails: {
    "its name is a wildcard": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => json.set("aws_acm_certificate.certificate", "domain_name", "*.example.com"),
    },
    "a further name is": {
      at: "aws_acm_certificate.certificate",
      edit: (json) =>
        json.set("aws_acm_certificate.certificate", "subject_alternative_names", ["example.com", "*.example.com"]),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => json.set("aws_acm_certificate.certificate", "domain_name", "${var.host}"),
    },
  },
});
