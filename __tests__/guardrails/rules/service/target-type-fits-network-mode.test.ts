import { testRule } from "../../../support/rule-test";

const WEB = "aws_ecs_service.web";
const API = "aws_ecs_service.api";

testRule("service/target-type-fits-network-mode", {
  fails: {
    "awsvpc has instances as targets": {
      at: API,
      edit: (json) => json.set("aws_lb_target_group.api", "target_type", "instance"),
    },
    "awsvpc leaves it to AWS": { at: API, edit: (json) => json.unset("aws_lb_target_group.api", "target_type") },
    "bridge has addresses as targets": {
      at: WEB,
      edit: (json) => json.set("aws_lb_target_group.web", "target_type", "ip"),
    },
  },
  passes: { "bridge leaves it to AWS": (json) => json.unset("aws_lb_target_group.web", "target_type") },
});
