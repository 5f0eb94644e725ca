import { heardWithin } from "../claims";
import { failedRequestsSince, secondsUntilDeployed } from "../measures";
import type { Instance } from "../model/instance";
import type { Platform } from "../model/platform";
import { claimsOf, type Run, type Scenario, START_SECONDS } from "../scenario";

/** The agents are noisy for a while before a deployment comes. */
const DEPLOYMENT_SECONDS = START_SECONDS + 600;
const ALL_AWAY_SECONDS = 600;

/** Every instance's agent goes away and comes back, again and again. */
function noise(platform: Platform): void {
  const { world, cluster } = platform;
  const leaveLater = (instance: Instance) => world.after(world.draw("agentConnectedSeconds"), () => leave(instance));
  const leave = (instance: Instance) => {
    if (!cluster.instances.has(instance)) return;
    disconnect(platform, instance);
    world.after(world.draw("agentAwaySeconds"), () => {
      if (!cluster.instances.has(instance)) return;
      connect(platform, instance);
      leaveLater(instance);
    });
  };
  world.simulation.scheduleAt(START_SECONDS, () => {
    for (const instance of cluster.instances) leaveLater(instance);
  });
}

function disconnect({ world, cluster }: Platform, instance: Instance): void {
  world.trace.add("agent-disconnected", instance.id);
  cluster.disconnect(instance);
}

function connect({ world, cluster }: Platform, instance: Instance): void {
  world.trace.add("agent-connected", instance.id);
  cluster.connect(instance);
}

function deploy(platform: Platform): void {
  platform.world.simulation.scheduleAt(DEPLOYMENT_SECONDS, () => {
    for (const { scheduler } of platform.services) scheduler.deploy({});
  });
}

/** The agent of the fullest instance goes, for good. */
function loseOne(platform: Platform): void {
  platform.world.simulation.scheduleAt(START_SECONDS, () => {
    const [fullest] = [...platform.cluster.instances].sort((a, b) => b.tasks.size - a.tasks.size);
    if (fullest !== undefined) disconnect(platform, fullest);
  });
}

/** As a deployment begins no agent is heard of. */
function loseAll(platform: Platform): void {
  const { simulation } = platform.world;
  simulation.scheduleAt(DEPLOYMENT_SECONDS - 1, () => {
    const instances = [...platform.cluster.instances];
    for (const instance of instances) disconnect(platform, instance);
    simulation.schedule(ALL_AWAY_SECONDS, () => {
      for (const instance of instances) if (platform.cluster.instances.has(instance)) connect(platform, instance);
    });
  });
  deploy(platform);
}

/** Tasks that were stopped, whatever for. */
const stopped = ({ events }: Run): number =>
  events.filter(({ kind, time }) => kind === "task-stopping" && time >= START_SECONDS).length;

/** Tasks that were placed on an instance while its agent was away. */
function placedWhileAway({ events }: Run): number {
  const away = new Set<string>();
  let violations = 0;
  for (const { kind, subject, detail } of events) {
    if (kind === "agent-disconnected") away.add(subject);
    if (kind === "agent-connected") away.delete(subject);
    if (kind === "task-pending" && away.has(detail)) violations += 1;
  }
  return violations;
}

/** Old tasks that serve no more and have not ended either. */
const leftOver = ({ platform }: Run): number =>
  platform.services.reduce(
    (sum, { scheduler }) => sum + [...scheduler.tasks].filter(({ state }) => state === "stopping").length,
    0,
  );

const claim = claimsOf("noisy-agent");

export const noisyAgent: Scenario = {
  id: "noisy-agent",
  title: "Agents disconnect",
  question: "What becomes of tasks whose instance ECS doesn't hear of?",
  oftenSaid: "ECS moves the tasks of an instance whose agent is gone.",
  recovery:
    "Agents come back by themselves. One that doesn't: terminate its instance, and ECS replaces its tasks; nothing else makes it.",
  durationSeconds: START_SECONDS + 3600,
  variants: [
    { id: "noise", title: "Every agent disconnects several times an hour", disturb: noise },
    {
      id: "noise-and-deployment",
      title: "Every agent disconnects several times an hour, and every service is deployed anew",
      disturb: (platform) => {
        noise(platform);
        deploy(platform);
      },
    },
    { id: "gone", title: "The agent of the fullest instance is gone for good", disturb: loseOne },
    {
      id: "gone-and-deployment",
      title: "The agent of the fullest instance is gone for good, and every service is deployed anew",
      disturb: (platform) => {
        loseOne(platform);
        deploy(platform);
      },
    },
    {
      id: "all-away",
      title: "No agent is heard of for ten minutes, from the beginning of a deployment on",
      disturb: loseAll,
    },
  ],
  claims: [
    claim("noise", "no-task-replaced", {
      text: "No task is replaced because an agent is away.",
      unit: "tasks",
      measure: stopped,
      limit: { atMost: 0 },
      evidence: ["agent-disconnected", "agent-connected"],
    }),
    claim("noise", "noise-costs-nothing", {
      text: "No request fails.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["agent-disconnected"],
    }),
    claim("noise-and-deployment", "no-task-on-the-deaf", {
      text: "An instance whose agent is away is given no task.",
      unit: "tasks",
      measure: placedWhileAway,
      limit: { atMost: 0 },
      evidence: ["agent-disconnected", "task-pending"],
    }),
    claim("noise-and-deployment", "deployment-in-noise", {
      text: "A deployment is complete within a quarter of an hour though agents come and go.",
      unit: "s",
      measure: secondsUntilDeployed(DEPLOYMENT_SECONDS),
      limit: { atMost: 900 },
      evidence: ["deployment-started", "agent-disconnected", "deployment-completed"],
    }),
    claim("noise-and-deployment", "deployment-in-noise-costs-nothing", {
      text: "Not one request fails of it.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["deployment-started", "target-deregistered"],
    }),
    claim("gone", "tasks-are-moved", {
      text: "ECS moves the tasks of an instance whose agent is gone, within the hour.",
      unit: "tasks",
      measure: stopped,
      limit: { atLeast: 1 },
      evidence: ["agent-disconnected"],
      insteadTrue:
        "they run on where they are, for as long as the instance does: an agent that is away is no failure (aws/containers-roadmap#2040).",
    }),
    claim("gone", "gone-serves-on", {
      text: "They serve on: no request fails for an agent that is gone.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["agent-disconnected"],
    }),
    claim("gone-and-deployment", "old-tasks-end", {
      text: "When a deployment is complete its old tasks have ended.",
      unit: "tasks",
      measure: leftOver,
      limit: { atMost: 0 },
      evidence: ["agent-disconnected", "target-deregistered", "deployment-completed"],
      insteadTrue:
        "on an instance whose agent is gone they are out of the load balancer, and run on with nobody to tell them to end.",
    }),
    claim("all-away", "deployment-waits", {
      text: "A deployment that finds no agent waits, and costs no request.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["agent-disconnected", "task-provisioning", "agent-connected"],
    }),
    claim("all-away", "deployment-goes-on", {
      text: "It is complete within 25 minutes, on instances launched meanwhile or on those whose agents come back.",
      unit: "s",
      measure: secondsUntilDeployed(DEPLOYMENT_SECONDS),
      limit: { atMost: ALL_AWAY_SECONDS + 900 },
      evidence: ["agent-connected", "deployment-completed"],
    }),
    heardWithin("noisy-agent", "gone", 30, {
      evidence: ["alarm"],
      insteadTrue:
        "its tasks run and serve on, so every metric is well; no rule is about agents, which come and go all day.",
    }),
  ],
};
