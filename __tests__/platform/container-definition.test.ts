import type { EnvironmentInput } from "../../src/environments/schema";
import { containerDefinition } from "../../src/platform/container-definition";
import { resolvedService } from "../support/platform";
import { environmentWith } from "../support/stack";

function container(fields: Partial<EnvironmentInput["services"][number]> = {}) {
  return containerDefinition({
    environment: environmentWith(),
    service: resolvedService(fields),
    image: "example.com/web:1.0.0",
    logGroupName: "/production/service/web",
  });
}

describe("a service's container", () => {
  test("has no more rights than any program: not root, no privileges, no capabilities, nothing to write to but /tmp", () => {
    expect(container({ memoryMiB: 1024 })).toMatchObject({
      user: "1000:1000",
      privileged: false,
      readonlyRootFilesystem: true,
      linuxParameters: {
        capabilities: { drop: ["ALL"] },
        tmpfs: [{ containerPath: "/tmp", size: 64, mountOptions: ["noexec", "nosuid", "nodev"] }],
      },
    });
  });

  test("gives /tmp a quarter of a small task's memory at most", () => {
    expect(container({ memoryMiB: 128 })).toMatchObject({ linuxParameters: { tmpfs: [{ size: 32 }] } });
  });

  test("is told to stop, and has the service's time for it", () => {
    expect(container({ stopTimeoutSeconds: 45 })).toMatchObject({
      linuxParameters: { initProcessEnabled: true },
      stopTimeout: 45,
    });
  });

  test("takes any free port of the instance in bridge mode, its own one in awsvpc mode", () => {
    const ports = (networkMode: "bridge" | "awsvpc") => container({ networkMode, containerPort: 9090 });
    expect(ports("bridge")).toMatchObject({ portMappings: [{ containerPort: 9090, hostPort: 0, protocol: "tcp" }] });
    expect(ports("awsvpc")).toMatchObject({ portMappings: [{ containerPort: 9090, hostPort: 9090 }] });
  });

  test("is asked for its health where the load balancer asks, without a shell", () => {
    expect(container({ containerPort: 9090, healthCheck: { path: "/health?deep=1&x=2" } })).toMatchObject({
      healthCheck: {
        command: ["CMD", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:9090/health?deep=1&x=2"],
        interval: 10,
        timeout: 5,
        startPeriod: 60,
        retries: 2,
      },
    });
  });

  test("is asked for its health as the service says, within what ECS allows", () => {
    const healthCheck = {
      command: ["CMD", "/health"],
      intervalSeconds: 120,
      timeoutSeconds: 90,
      gracePeriodSeconds: 900,
    };
    expect(container({ healthCheck })).toMatchObject({
      healthCheck: { command: ["CMD", "/health"], interval: 120, timeout: 60, startPeriod: 300 },
    });
  });

  test("gets its variables as they are written, a dollar and a brace among them", () => {
    expect(container({ environment: { PATTERN: "${user.name}" } })).toMatchObject({
      environment: [{ name: "PATTERN", value: "$${user.name}" }],
    });
  });

  test("logs to its own group, and isn't held up where that is out of reach", () => {
    expect(container()).toMatchObject({
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": "/production/service/web", "awslogs-region": "us-east-1", mode: "non-blocking" },
      },
    });
  });
});
