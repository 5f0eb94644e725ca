import type { Service } from "../facts/services";
import type { Cluster } from "./cluster";
import { type StopCode, taskStateChange } from "./events";
import type { TargetGroup } from "./target-group";
import type { Task } from "./task";
import { imageOf, type TaskStart } from "./task-start";
import type { World } from "./world";

/** Seconds in RUNNING after which a task without health checks counts as healthy: API_DeploymentConfiguration. */
const RUNNING_IS_HEALTHY_SECONDS = 40;

/** What a service is told of its tasks. */
export interface TaskListener {
  running(task: Task): void;
  failedToStart(task: Task, why: string): void;
  healthChanged(task: Task): void;
  stopped(task: Task): void;
}

/** A task's way from its place on an instance to its end, in the order that ECS keeps. */
export class TaskLifecycle {
  constructor(
    private readonly world: World,
    private readonly facts: Service,
    private readonly cluster: Cluster,
    private readonly targets: TargetGroup | undefined,
    private readonly agent: TaskStart,
    private readonly listener: TaskListener,
  ) {}

  /** It is healthy long since. */
  begin(task: Task): void {
    this.run(task);
    if (this.targets === undefined) task.target = "healthy";
    else this.targets.begin(task);
  }

  /** A task has found its instance: PENDING, until its agent has prepared it. */
  prepare(task: Task): void {
    task.state = "pending";
    this.world.trace.add("task-pending", task.id, task.instance?.id);
    const attach = task.size.interfaces > 0 ? this.world.draw("interfaceAttachSeconds") : 0;
    const drawn = this.world.draw("imagePullSeconds");
    const pull = task.revision.behaviour.imagePullSeconds ?? drawn;
    this.later(task, attach + pull, () => task.instance?.whenConnected(() => this.start(task)));
  }

  /** Deregistered first, then drained, then asked to end, then killed. */
  stop(task: Task, why: string): void {
    if (!task.isActive) return;
    const wasRunning = task.state === "running";
    task.cancelTimers();
    task.state = "stopping";
    this.world.trace.add("task-stopping", task.id, why);
    this.cluster.leave(task);
    if (!wasRunning) {
      this.end(task, why);
      return;
    }
    if (this.targets !== undefined) this.world.trace.add("target-deregistered", task.id);
    this.targets?.deregister(task);
    const drain = this.targets?.facts.deregistrationDelaySeconds ?? 0;
    this.later(task, drain, () => task.instance?.whenConnected(() => this.terminate(task, why)));
  }

  /** It is no more, whatever it was. */
  end(task: Task, why: string, stopCode: StopCode = "ServiceSchedulerInitiated"): void {
    if (task.state === "stopped") return;
    task.cancelTimers();
    task.state = "stopped";
    task.isAlive = false;
    this.targets?.end(task);
    this.world.trace.add("task-stopped", task.id, why);
    this.world.publish(taskStateChange(this.facts, task, "STOPPED", { stopCode, stoppedReason: why }));
    this.cluster.release(task);
    this.listener.stopped(task);
  }

  /** Nobody reaches it; ECS does nothing about that until the load balancer says so. */
  unreachable(task: Task): void {
    if (this.targets === undefined) task.isAlive = false;
    else this.targets.die(task);
  }

  /** Its instance is gone, and ECS learns of it later than it happens. */
  lost(task: Task): void {
    this.unreachable(task);
    this.world.after(this.world.draw("lostInstanceNoticedSeconds"), () =>
      this.end(task, "its instance is gone", "TerminationNotice"),
    );
  }

  later(task: Task, seconds: number, action: () => void): void {
    const cancel = this.world.after(seconds, () => {
      task.timers.delete(cancel);
      action();
    });
    task.timers.add(cancel);
  }

  /** @param isLast whether the agent gives up where nobody answers it */
  private start(task: Task, isLast = false): void {
    if (task.state !== "pending" || task.instance?.state === "gone") return;
    const obstacle = this.agent.obstacle(task);
    if (obstacle?.isSilent && !isLast) {
      this.later(task, this.world.draw("agentTimeoutSeconds"), () => this.start(task, true));
      return;
    }
    const why = this.crashes(task) ? "its container ends" : obstacle?.why;
    if (why !== undefined) {
      this.world.trace.add("task-failed-to-start", task.id, why);
      this.end(task, why, "TaskFailedToStart");
      this.listener.failedToStart(task, why);
      return;
    }
    this.run(task);
    const drawn = this.world.draw("applicationStartSeconds");
    const ready = task.revision.behaviour.startSeconds ?? drawn;
    if (this.targets !== undefined) this.targets.register(task, ready);
    else {
      this.later(task, RUNNING_IS_HEALTHY_SECONDS, () => {
        task.target = "healthy";
        this.world.trace.add("task-healthy", task.id);
        this.listener.healthChanged(task);
      });
    }
    const { endsAfterSeconds } = task.revision.behaviour;
    if (endsAfterSeconds !== undefined) {
      this.later(task, endsAfterSeconds * this.world.draw("leakShare"), () => this.exit(task));
    }
    this.listener.running(task);
  }

  private run(task: Task): void {
    task.state = "running";
    task.isAlive = true;
    task.runningSince = this.world.now;
    task.instance?.images.add(imageOf(task, this.facts));
    this.world.trace.add("task-running", task.id, task.instance?.id);
    this.world.publish(taskStateChange(this.facts, task, "RUNNING"));
  }

  /** Its essential container ends by itself: the agent says so, and the load balancer sends on until it is told. */
  exit(task: Task): void {
    if (task.state !== "running") return;
    this.world.trace.add("task-exited", task.id);
    this.unreachable(task);
    this.world.after(this.world.draw("schedulerSeconds"), () =>
      this.end(task, "its container ended", "EssentialContainerExited"),
    );
  }

  private terminate(task: Task, why: string): void {
    // Of a task whose instance is gone ECS learns otherwise.
    if (task.state !== "stopping" || task.instance?.state === "gone") return;
    this.world.trace.add("task-sigterm", task.id);
    const own = this.world.draw("applicationStopSeconds");
    const { stopTimeoutSeconds } = this.facts;
    this.later(task, Math.min(own, stopTimeoutSeconds), () => {
      if (own > stopTimeoutSeconds) this.world.trace.add("task-killed", task.id, `after ${stopTimeoutSeconds} s`);
      this.end(task, why);
    });
  }

  private crashes({ revision }: Task): boolean {
    const { failsToStart = false } = revision.behaviour;
    return typeof failsToStart === "number" ? this.world.chance("crash") < failsToStart : failsToStart;
  }
}
