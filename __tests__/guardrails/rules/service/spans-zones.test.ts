import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.api";

testRule("service/spans-zones", {
  fails: {
    "a zone is left out": { at: SERVICE, edit: (json) => json.unset(SERVICE, "network_configuration.subnets.0") },
    "no subnet is set": { at: SERVICE, edit: (json) => json.unset(SERVICE, "network_configuration") },
  },
  undecided: {
    "they are known only at apply": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "network_configuration.subnets", "${var.from_outside}"),
    },
  },
});
