import type { Environment, Service } from "../environments/schema";
import { literal } from "./literal";
import { containerSecrets } from "./secrets";

export interface ContainerDefinitionProps {
  readonly environment: Environment;
  readonly service: Service;
  /** Image with its tag. */
  readonly image: string;
  readonly logGroupName: string;
}

/** A service's one container, in the words of ECS's API. */
export function containerDefinition({ environment, service, image, logGroupName }: ContainerDefinitionProps): object {
  const { containerPort, healthCheck, memoryMiB } = service;
  return {
    name: service.name,
    image,
    essential: true,
    // A share, not a limit: a busy task may use what its neighbours leave idle. (The task's own `cpu` would be a limit.)
    cpu: service.cpuUnits,
    memory: memoryMiB,
    user: service.user,
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters: {
      capabilities: { drop: ["ALL"] },
      // Reaps zombies and hands SIGTERM on to the application.
      initProcessEnabled: true,
      // All that can be written to; what is in it counts against the task's memory.
      tmpfs: [{ containerPath: "/tmp", size: tmpMiB(memoryMiB), mountOptions: ["noexec", "nosuid", "nodev"] }],
    },
    // 0 is any free port of the instance, which can so hold several tasks.
    portMappings: [{ containerPort, hostPort: service.networkMode === "bridge" ? 0 : containerPort, protocol: "tcp" }],
    healthCheck: {
      command: (healthCheck.command ?? wget(service)).map(literal),
      interval: healthCheck.intervalSeconds,
      // ECS allows less of both here than the load balancer does.
      timeout: Math.min(healthCheck.timeoutSeconds, 60),
      startPeriod: Math.min(healthCheck.gracePeriodSeconds, 300),
      retries: healthCheck.unhealthyThreshold,
    },
    stopTimeout: service.stopTimeoutSeconds,
    environment: Object.entries(service.environment).map(([name, value]) => ({ name, value: literal(value) })),
    secrets: containerSecrets(service),
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": logGroupName,
        "awslogs-region": environment.region,
        "awslogs-stream-prefix": service.name,
        // A slow CloudWatch must not block the application. Beyond the buffer lines are lost; it is the instance's
        // memory, which is why it isn't larger.
        mode: "non-blocking",
        "max-buffer-size": "4m",
      },
    },
  };
}

/** Without a shell, to which a `&` in the path would mean something. */
function wget({ containerPort, healthCheck }: Service): readonly string[] {
  return ["CMD", "wget", "-q", "-O", "/dev/null", `http://127.0.0.1:${containerPort}${healthCheck.path}`];
}

function tmpMiB(memoryMiB: number): number {
  return Math.min(64, Math.floor(memoryMiB / 4));
}
