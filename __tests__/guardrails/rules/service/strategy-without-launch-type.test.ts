import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/strategy-without-launch-type", {
  fails: {
    "there is no strategy": { at: SERVICE, edit: (json) => json.unset(SERVICE, "capacity_provider_strategy") },
    "there is a launch type": { at: SERVICE, edit: (json) => json.set(SERVICE, "launch_type", "EC2") },
  },
  passes: {
    "it runs on Fargate": (json) => {
      json.unset(SERVICE, "capacity_provider_strategy");
      json.set(SERVICE, "launch_type", "FARGATE");
    },
    "it is a daemon": (json) => {
      json.unset(SERVICE, "capacity_provider_strategy");
      json.set(SERVICE, "scheduling_strategy", "DAEMON");
    },
  },
});
