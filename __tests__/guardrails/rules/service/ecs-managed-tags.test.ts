import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/ecs-managed-tags", {
  fails: {
    "it is false": { at: SERVICE, edit: (json) => json.set(SERVICE, "enable_ecs_managed_tags", false) },
    "it isn't set": { at: SERVICE, edit: (json) => json.unset(SERVICE, "enable_ecs_managed_tags") },
  },
});
