import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const PATH = "availability_zone_rebalancing";

testRule("service/zone-rebalancing", {
  fails: {
    "it is DISABLED": { at: SERVICE, edit: (json) => json.set(SERVICE, PATH, "DISABLED") },
    "it isn't set": { at: SERVICE, edit: (json) => json.unset(SERVICE, PATH) },
  },
  passes: {
    "the placement doesn't allow it": (json) => {
      json.unset(SERVICE, "ordered_placement_strategy.0");
      json.set(SERVICE, PATH, "DISABLED");
    },
  },
});
