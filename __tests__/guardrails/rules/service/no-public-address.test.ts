import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.api";
const PATH = "network_configuration.assign_public_ip";

testRule("service/no-public-address", {
  fails: {
    "it has one": { at: SERVICE, edit: (json) => json.set(SERVICE, PATH, true) },
  },
  passes: {
    "it isn't set, so that there is none": (json) => json.unset(SERVICE, PATH),
  },
});
