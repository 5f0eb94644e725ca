import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const PATH = "load_balancer.0.container_name";

testRule("service/load-balancer-names-a-container", {
  fails: {
    "there is no such container": { at: SERVICE, edit: (json) => json.set(SERVICE, PATH, "other") },
    "it doesn't listen on that port": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "load_balancer.0.container_port", 9999),
    },
    "the container maps no port": {
      at: SERVICE,
      edit: (json) => json.unset("aws_ecs_task_definition.web", "container_definitions.0.portMappings"),
    },
  },
  undecided: {
    "its name is known only at apply": { at: SERVICE, edit: (json) => json.set(SERVICE, PATH, "${var.from_outside}") },
  },
});
