import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/new-deployment-with-a-strategy", {
  fails: {
    "it is false": { at: SERVICE, edit: (json) => json.set(SERVICE, "force_new_deployment", false) },
    "it isn't set": { at: SERVICE, edit: (json) => json.unset(SERVICE, "force_new_deployment") },
  },
});
