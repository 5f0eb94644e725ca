import { agentSettings, userData } from "../../src/platform/agent-settings";
import { service } from "../support/edge";
import { environmentWith } from "../support/stack";

describe("the ECS agent", () => {
  const settings = agentSettings(environmentWith());

  test("joins the environment's cluster", () => {
    expect(settings.get("ECS_CLUSTER")).toBe("production");
  });

  test("drains its instance at a Spot notice", () => {
    expect(settings.get("ECS_ENABLE_SPOT_INSTANCE_DRAINING")).toBe("true");
  });

  test("keeps the instance's credentials from tasks, gives them their own, and runs none with privileges", () => {
    expect(settings.get("ECS_AWSVPC_BLOCK_IMDS")).toBe("true");
    expect(settings.get("ECS_ENABLE_TASK_IAM_ROLE")).toBe("true");
    expect(settings.get("ECS_DISABLE_PRIVILEGED")).toBe("true");
  });

  test("writes the tasks' logs as their execution role, since the instance's role may not", () => {
    expect(settings.get("ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE")).toBe("true");
    expect(JSON.parse(settings.get("ECS_AVAILABLE_LOGGING_DRIVERS") ?? "")).toContain("awslogs");
  });

  test("pulls an image once", () => {
    expect(settings.get("ECS_IMAGE_PULL_BEHAVIOR")).toBe("once");
  });

  test("waits for a container to stop as long as the most patient service asks", () => {
    const services = [20, 45, 30].map((stopTimeoutSeconds, index) =>
      service({ name: `service-${index}`, stopTimeoutSeconds }),
    );
    expect(agentSettings(environmentWith({ services })).get("ECS_CONTAINER_STOP_TIMEOUT")).toBe("45s");
  });

  test("keeps the environment's reserve of memory from tasks", () => {
    const { capacity } = environmentWith();
    const reserving = environmentWith({ capacity: { ...capacity, reservedMemoryMiB: 512 } });
    expect(agentSettings(reserving).get("ECS_RESERVED_MEMORY")).toBe("512");
  });

  test("finds its settings, as they are, in the file that the user data appends to", () => {
    const script = Buffer.from(userData(environmentWith()), "base64").toString();
    const [shebang, append, ...lines] = script.split("\n");
    expect(shebang).toBe("#!/bin/bash");
    expect(append).toBe("cat >> /etc/ecs/ecs.config <<'SETTINGS'");
    const written = [...settings].map(([variable, value]) => `${variable}=${value}`);
    expect(lines).toEqual([...written, "SETTINGS", ""]);
  });
});
