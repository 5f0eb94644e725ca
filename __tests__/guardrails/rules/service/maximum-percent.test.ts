import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/maximum-percent", {
  fails: {
    "it is 150": { at: SERVICE, edit: (json) => json.set(SERVICE, "deployment_maximum_percent", 150) },
    "it is 100": { at: SERVICE, edit: (json) => json.set(SERVICE, "deployment_maximum_percent", 100) },
  },
  passes: {
    "it isn't set, so that it is 200": (json) => json.unset(SERVICE, "deployment_maximum_percent"),
  },
});
