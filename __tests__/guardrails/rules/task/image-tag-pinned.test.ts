import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.image";

testRule("task/image-tag-pinned", {
  fails: {
    "it is 000000000000.dkr.ecr.us-east-1.amazonaws.com/web:latest": {
      at: TASK,
      edit: (json) => json.set(TASK, PATH, "000000000000.dkr.ecr.us-east-1.amazonaws.com/web:latest"),
    },
    "it is 000000000000.dkr.ecr.us-east-1.amazonaws.com/web": {
      at: TASK,
      edit: (json) => json.set(TASK, PATH, "000000000000.dkr.ecr.us-east-1.amazonaws.com/web"),
    },
    "it is registry.example.com:5000/web": {
      at: TASK,
      edit: (json) => json.set(TASK, PATH, "registry.example.com:5000/web"),
    },
  },
  undecided: {
    "the containers are known only at apply": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions", "${var.from_outside}"),
    },
  },
  passes: {
    "it is named by a digest": (json) =>
      json.set(
        TASK,
        PATH,
        "registry.example.com:5000/web@sha256:0000000000000000000000000000000000000000000000000000000000000000",
      ),
  },
});
