import { testRule } from "../../../support/rule-test";

testRule("load-balancing/certificate-replaced-before-destroyed", {
  fails: {
    "the lifecycle is gone": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => json.unset("aws_acm_certificate.certificate", "lifecycle"),
    },
    "it is false": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => json.set("aws_acm_certificate.certificate", "lifecycle.create_before_destroy", false),
    },
  },
});
