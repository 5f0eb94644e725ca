import { testRule } from "../../../support/rule-test";

testRule("storage/force-destroy-off", {
  fails: {
    "the state's bucket can be destroyed with what is in it": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_s3_bucket.state", "force_destroy", true),
    },
    "the zone can": {
      at: "aws_route53_zone.zone",
      edit: (json) => json.set("aws_route53_zone.zone", "force_destroy", true),
    },
  },
  passes: {
    "nothing is said": (json) => json.unset("aws_s3_bucket.state", "force_destroy"),
  },
});
