import { testRule } from "../../../support/rule-test";

testRule("load-balancing/certificate-transparency", {
  fails: {
    "it is off": {
      at: "aws_acm_certificate.certificate",
      edit: (json) =>
        json.set("aws_acm_certificate.certificate", "options.certificate_transparency_logging_preference", "DISABLED"),
    },
  },
  passes: {
    "nothing is said": (json) => json.unset("aws_acm_certificate.certificate", "options"),
  },
});
