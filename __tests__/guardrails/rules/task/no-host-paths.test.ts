import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/no-host-paths", {
  fails: {
    "it mounts the Docker socket": {
      at: TASK,
      edit: (json) => json.set(TASK, "volume", [{ name: "docker", host_path: "/var/run/docker.sock" }]),
    },
    "it has a device of the instance's": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions.0.linuxParameters.devices", [{ hostPath: "/dev/mem" }]),
    },
  },
  passes: {
    "it has a volume of its own": (json) => json.set(TASK, "volume", [{ name: "scratch" }]),
  },
});
