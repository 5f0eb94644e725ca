import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.healthCheck";

testRule("task/health-check-timing", {
  fails: {
    "it lasts as long as it takes to the next": { at: TASK, edit: (json) => json.set(TASK, `${PATH}.timeout`, 10) },
    "a failure is found late": { at: TASK, edit: (json) => json.set(TASK, `${PATH}.retries`, 4) },
    "one failure is enough": { at: TASK, edit: (json) => json.set(TASK, `${PATH}.retries`, 1) },
    "it begins before the start is over": { at: TASK, edit: (json) => json.set(TASK, `${PATH}.startPeriod`, 30) },
    "it has ECS's slow interval": { at: TASK, edit: (json) => json.unset(TASK, `${PATH}.interval`) },
  },
  undecided: {
    "a variable says it": { at: TASK, edit: (json) => json.set(TASK, `${PATH}.interval`, "${var.seconds}") },
  },
});
