import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const PATH = "deployment_minimum_healthy_percent";

testRule("service/minimum-healthy-percent", {
  fails: {
    "it is 50": { at: SERVICE, edit: (json) => json.set(SERVICE, PATH, 50) },
    "it is 99": { at: SERVICE, edit: (json) => json.set(SERVICE, PATH, 99) },
  },
  passes: {
    "it isn't set, so that it is 100": (json) => json.unset(SERVICE, PATH),
  },
});
