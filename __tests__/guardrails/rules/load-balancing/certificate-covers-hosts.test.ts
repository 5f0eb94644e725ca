import { testRule } from "../../../support/rule-test";

const LISTENER = "aws_lb_listener.ingress_https";
const CERTIFICATE = "aws_acm_certificate.certificate";

testRule("load-balancing/certificate-covers-hosts", {
  fails: {
    "it is for another host": {
      at: LISTENER,
      edit: (json) => {
        json.set(CERTIFICATE, "domain_name", "other.example.com");
        json.unset(CERTIFICATE, "subject_alternative_names");
      },
    },
    "a rule has a further host": {
      at: LISTENER,
      edit: (json) =>
        json.set("aws_lb_listener_rule.api", "condition.0.host_header.values", ["api.production.example.com"]),
    },
    "its wildcard is one level too high": {
      at: LISTENER,
      edit: (json) => {
        json.set(CERTIFICATE, "domain_name", "*.example.com");
        json.unset(CERTIFICATE, "subject_alternative_names");
      },
    },
  },
  undecided: {
    "a variable says the names": {
      at: LISTENER,
      edit: (json) => {
        json.set(CERTIFICATE, "domain_name", "${var.domain}");
        json.unset(CERTIFICATE, "subject_alternative_names");
      },
    },
  },
  passes: {
    "it has a wildcard": (json) => {
      json.set(CERTIFICATE, "domain_name", "*.production.example.com");
      json.unset(CERTIFICATE, "subject_alternative_names");
    },
    "a further certificate is for the host": (json) => {
      json.set(CERTIFICATE, "domain_name", "other.example.com");
      json.unset(CERTIFICATE, "subject_alternative_names");
      json.add("aws_acm_certificate.www", { domain_name: "www.production.example.com" }, CERTIFICATE);
      json.add(
        "aws_lb_listener_certificate.www",
        { listener_arn: "${aws_lb_listener.ingress_https.arn}", certificate_arn: "${aws_acm_certificate.www.arn}" },
        CERTIFICATE,
      );
    },
    "the certificate is another plan's": (json) =>
      json.set(LISTENER, "certificate_arn", "arn:aws:acm:us-east-1:000000000000:certificate/a"),
  },
});
