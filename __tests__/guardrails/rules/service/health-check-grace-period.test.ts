import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const PATH = "health_check_grace_period_seconds";

testRule("service/health-check-grace-period", {
  fails: {
    "it is 0": { at: SERVICE, edit: (json) => json.set(SERVICE, PATH, 0) },
    "it is shorter than the container takes to start": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, PATH, 30),
    },
    "it isn't set": { at: SERVICE, edit: (json) => json.unset(SERVICE, PATH) },
  },
  passes: {
    "the container starts faster": (json) => {
      json.set("aws_ecs_task_definition.web", "container_definitions.0.healthCheck.startPeriod", 10);
      json.set(SERVICE, PATH, 10);
    },
    "there is no load balancer": (json) => {
      json.unset(SERVICE, "load_balancer");
      json.unset(SERVICE, PATH);
    },
  },
});
