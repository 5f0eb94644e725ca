import { testRule } from "../../../support/rule-test";

const ENDPOINT = "aws_vpc_endpoint.endpoint_s3";

testRule("network/s3-endpoint-admits-layers", {
  fails: {
    "buckets of the account only": { at: ENDPOINT, edit: (json) => json.unset(ENDPOINT, "policy.Statement.1") },
    "layers only if they were the account's": {
      at: ENDPOINT,
      edit: (json) =>
        json.set(ENDPOINT, "policy.Statement.1.Condition", {
          StringEquals: { "aws:ResourceAccount": "000000000000" },
        }),
    },
  },
});
