import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/declares-ec2", {
  fails: {
    "it declares Fargate": { at: TASK, edit: (json) => json.set(TASK, "requires_compatibilities", ["FARGATE"]) },
    "it declares nothing": { at: TASK, edit: (json) => json.unset(TASK, "requires_compatibilities") },
  },
});
