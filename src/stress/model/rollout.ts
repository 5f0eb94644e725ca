import type { Service } from "../facts/services";
import { breakerThreshold } from "./deployment-rules";
import { deploymentStateChange, serviceAction } from "./events";
import type { Behaviour, Revision, Task } from "./task";
import type { World } from "./world";

export type DeploymentState = "in-progress" | "completed" | "failed";

/** The roll-out of a service's revisions: which one is to run, and whether that goes well. */
export class Rollout {
  revision: Revision = { number: 1, behaviour: {} };
  state: DeploymentState = "completed";
  /** When the revision that is to run was chosen. */
  since = Number.NEGATIVE_INFINITY;
  /** The last revision that was rolled out whole: what fails of it is replaced by its own. */
  stable = this.revision;
  /** Of its tasks, those that the deployment under way still keeps. */
  kept = 0;
  private failures = 0;
  /** Whether a task of the revision has run: the circuit breaker's second stage. */
  private hasRun = false;
  private isRollback = false;
  private baking: Revision | undefined;

  constructor(
    private readonly world: World,
    private readonly facts: Service,
  ) {}

  /** A new revision is to run, beside so many tasks of the one before, until they are replaced. */
  deploy(behaviour: Behaviour, tasks: number): void {
    if (this.state === "completed") this.kept = tasks;
    this.isRollback = false;
    this.switchTo({ number: this.revision.number + 1, behaviour });
    this.world.trace.add("deployment-started", this.facts.name, `revision ${this.revision.number}`);
    this.publish("IN_PROGRESS", "ECS deployment in progress");
  }

  running(task: Task): void {
    if (task.revision === this.revision) this.hasRun = true;
  }

  /**
   * First stage: no task of the deployment runs yet, and each that fails to start counts.
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
   */
  startFailed(task: Task, desired: number): void {
    if (task.revision === this.revision && !this.hasRun) this.count(desired);
  }

  /** Second stage: one has run, and each failed health check counts; one that is healthy begins the count anew. */
  healthChanged(task: Task, desired: number): void {
    if (task.revision !== this.revision) return;
    if (task.target === "healthy") this.failures = 0;
    else if (task.isActive) this.count(desired);
  }

  /** Ends the deployment as failed; with rollback the last good revision comes back. */
  fail(cause: string, isRolledBack: boolean): void {
    if (this.state !== "in-progress") return;
    this.state = "failed";
    this.world.trace.add("deployment-failed", this.facts.name, `revision ${this.revision.number}: ${cause}`);
    // As documented: only where the breaker is on.
    if (this.facts.circuitBreaker) this.publish("FAILED", cause);
    // What was rolled back to, and fails too, has nothing behind it: the service stalls.
    if (!isRolledBack || this.isRollback) return;
    this.isRollback = true;
    this.switchTo(this.stable);
    this.hasRun = this.kept > 0;
    this.kept = 0;
  }

  /** All of its tasks are there and healthy, and none of another revision; with an alarm it is watched on for a while. */
  settle(): void {
    if (this.state !== "in-progress" || this.baking === this.revision) return;
    const { revision } = this;
    this.baking = revision;
    const seconds = this.facts.deploymentAlarms.length === 0 ? 0 : this.world.draw("bakeSeconds");
    this.world.after(seconds, () => {
      if (this.state !== "in-progress" || this.revision !== revision) return;
      this.state = "completed";
      this.stable = revision;
      this.kept = 0;
      this.isRollback = false;
      this.world.trace.add("deployment-completed", this.facts.name, `revision ${revision.number}`);
      this.publish("COMPLETED", "ECS deployment completed");
      this.world.publish(serviceAction(this.facts, "SERVICE_STEADY_STATE"));
    });
  }

  private publish(state: Parameters<typeof deploymentStateChange>[2], reason: string): void {
    this.world.publish(deploymentStateChange(this.facts, this.revision.number, state, reason));
  }

  private count(desired: number): void {
    if (this.state !== "in-progress") return;
    this.failures += 1;
    if (!this.facts.circuitBreaker || this.failures < breakerThreshold(desired)) return;
    this.fail("circuit breaker", this.facts.rollback);
  }

  private switchTo(revision: Revision): void {
    this.revision = revision;
    this.since = this.world.now;
    this.state = "in-progress";
    this.baking = undefined;
    this.failures = 0;
    this.hasRun = false;
  }
}
