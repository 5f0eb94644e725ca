import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";

testRule("capacity/provider-name-prefix", {
  fails: {
    "it begins with ecs": { at: PROVIDER, edit: (json) => json.set(PROVIDER, "name", "ecs-production") },
    "it begins with AWS": { at: PROVIDER, edit: (json) => json.set(PROVIDER, "name", "AWS-production") },
  },
});
