import { testRule } from "../../../support/rule-test";

testRule("load-balancing/certificate-validated-by-dns", {
  fails: {
    "it is validated by mail": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => json.set("aws_acm_certificate.certificate", "validation_method", "EMAIL"),
    },
    "nothing is said": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => json.unset("aws_acm_certificate.certificate", "validation_method"),
    },
    "nobody waits for it": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => json.remove("aws_acm_certificate_validation.certificate"),
    },
    "the validation is another certificate's": {
      at: "aws_acm_certificate.certificate",
      edit: (json) =>
        json.set(
          "aws_acm_certificate_validation.certificate",
          "certificate_arn",
          "arn:aws:acm:us-east-1:000000000000:certificate/a",
        ),
    },
    "the listener doesn't wait": {
      at: "aws_acm_certificate.certificate",
      edit: (json) =>
        json.set("aws_lb_listener.ingress_https", "certificate_arn", "${aws_acm_certificate.certificate.arn}"),
    },
    "the records are gone": {
      at: "aws_acm_certificate_validation.certificate",
      edit: (json) => json.remove("aws_route53_record.certificate_validation"),
    },
  },
  passes: {
    "another tool writes the records": (json) => {
      json.remove("aws_route53_record.certificate_validation");
      json.unset("aws_acm_certificate_validation.certificate", "validation_record_fqdns");
    },
    "it is imported": (json) => {
      json.set("aws_acm_certificate.certificate", "private_key", "${file(var.key)}");
      json.unset("aws_acm_certificate.certificate", "validation_method");
      json.remove("aws_acm_certificate_validation.certificate");
    },
  },
});
