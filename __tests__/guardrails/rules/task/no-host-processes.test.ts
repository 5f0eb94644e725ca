import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/no-host-processes", {
  fails: {
    "it sees the instance's processes": { at: TASK, edit: (json) => json.set(TASK, "pid_mode", "host") },
    "it shares the instance's memory segments": { at: TASK, edit: (json) => json.set(TASK, "ipc_mode", "host") },
  },
  passes: {
    "its containers see each other": (json) => json.set(TASK, "pid_mode", "task"),
  },
});
