import type { AutoScalingGroup } from "./auto-scaling-group";
import type { Instance } from "./instance";
import type { World } from "./world";

/** Seconds after which a refresh that waits for protected instances fails: API_RefreshPreferences. */
const WAIT_SECONDS = 3600;
/** Seconds between two looks at what a refresh waits for. */
const LOOK_SECONDS = 10;

/**
 * Replaces a group's instances, some at a time. With a maximum over 100 % the new ones come first; else the old ones go
 * first, one at least, even if the minimum says none.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html
 */
export function refreshInstances(world: World, group: AutoScalingGroup): void {
  const { refresh, address } = group.facts;
  const old = new Set(group.staying);
  const total = old.size;
  const checkpoints = [...refresh.checkpoints].filter((percent) => percent < 100).sort((a, b) => a - b);
  let replaced = 0;
  let waitedSince: number | undefined;
  world.trace.add("refresh-started", address, `${total} instances`);

  const end = (kind: "refresh-completed" | "refresh-failed", why = "") =>
    world.trace.add(kind, address, `${replaced} of ${total} replaced${why}`);

  const next = (): void => {
    for (const instance of old) if (instance.state === "gone" || instance.isLeaving) old.delete(instance);
    const free = [...old].filter(
      (instance) => refresh.protectedInstances === "Refresh" || !group.isProtected(instance),
    );
    if (free.length > 0) {
      waitedSince = undefined;
      replace(free.slice(0, batchOf(group)));
    } else if (old.size === 0) end("refresh-completed");
    else if (refresh.protectedInstances === "Ignore") end("refresh-completed", `, ${old.size} are protected`);
    else {
      waitedSince ??= world.now;
      if (world.now - waitedSince < WAIT_SECONDS) world.after(LOOK_SECONDS, next);
      else end("refresh-failed", `, ${old.size} are protected`);
    }
  };

  const replace = (batch: readonly Instance[]): void => {
    const launchFirst = refresh.maxHealthyPercent > 100;
    const known = new Set(group.instances);
    for (const instance of batch) {
      old.delete(instance);
      if (launchFirst) group.leave(instance);
      else group.end(instance, "instance refresh");
    }
    group.reconcile();
    const inService = () =>
      [...group.instances].filter((instance) => !known.has(instance) && instance.state === "registered").length;
    // Fewer may be wanted by now.
    whenTrue(
      world,
      () => inService() >= batch.length || group.staying.length > group.desired,
      () => {
        world.after(refresh.warmupSeconds, () => {
          if (launchFirst) for (const instance of batch) group.end(instance, "instance refresh");
          whenTrue(
            world,
            () => batch.every(({ state }) => state === "gone"),
            () => {
              replaced += batch.length;
              pause();
            },
          );
        });
      },
    );
  };

  const pause = (): void => {
    const [checkpoint] = checkpoints;
    if (checkpoint === undefined || (replaced / total) * 100 < checkpoint) {
      next();
      return;
    }
    checkpoints.shift();
    world.trace.add("refresh-checkpoint", address, `${checkpoint} %`);
    world.after(refresh.checkpointDelaySeconds, next);
  };

  next();
}

/** Instances that are replaced at once: as many as may be extra, or missing. */
function batchOf({ desired, facts: { refresh } }: AutoScalingGroup): number {
  const extra = Math.floor((desired * (refresh.maxHealthyPercent - 100)) / 100);
  const missing = desired - Math.ceil((desired * refresh.minHealthyPercent) / 100);
  return Math.max(1, refresh.maxHealthyPercent > 100 ? extra : missing);
}

function whenTrue(world: World, condition: () => boolean, action: () => void): void {
  if (condition()) action();
  else world.after(LOOK_SECONDS, () => whenTrue(world, condition, action));
}
