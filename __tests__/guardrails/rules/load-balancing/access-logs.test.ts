import { testRule } from "../../../support/rule-test";

testRule("load-balancing/access-logs", {
  fails: {
    "they are off": { at: "aws_lb.ingress", edit: (json) => json.set("aws_lb.ingress", "access_logs.enabled", false) },
    "nothing is said of them": { at: "aws_lb.ingress", edit: (json) => json.unset("aws_lb.ingress", "access_logs") },
    "the bucket is gone": { at: "aws_lb.ingress", edit: (json) => json.unset("aws_lb.ingress", "access_logs.bucket") },
    "they go to no bucket": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "access_logs.bucket", "${aws_vpc.network.id}"),
    },
  },
});
