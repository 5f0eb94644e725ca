import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/exec-off-with-read-only-root", {
  fails: {
    "it is on": { at: SERVICE, edit: (json) => json.set(SERVICE, "enable_execute_command", true) },
  },
  passes: {
    "it is on where the file system can be written to": (json) => {
      json.set(SERVICE, "enable_execute_command", true);
      json.set("aws_ecs_task_definition.web", "container_definitions.0.readonlyRootFilesystem", false);
    },
  },
});
