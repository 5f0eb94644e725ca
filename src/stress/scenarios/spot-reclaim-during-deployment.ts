import { heardWithin } from "../claims";
import { failedRequestsSince, lowestHealthyShare, secondsUntilHealthy } from "../measures";
import type { Load } from "../model/load";
import type { Platform } from "../model/platform";
import type { Behaviour } from "../model/task";
import { type Scenario, START_SECONDS } from "../scenario";

/** Share of the Spot instances that goes. */
const SHARE = 0.6;

/** So small a share that it is one instance. */
const ONE = 0.01;

/** The reclaim comes when half of the new tasks are there. */
const REST_SECONDS = 30;

/** An image so large that no replacement is there before the reclaimed instances are gone. */
const LARGE_IMAGE: Behaviour = { imagePullSeconds: 180 };
/** Shorter than the deregistration delay: after that a task ends, whatever is under way. */
const CONNECTION_SECONDS = 20;
/** When the revision before, with the like image, is rolled out: early enough to be whole at the start. */
const BEFORE_SECONDS = 10;

export const spotReclaimDuringDeployment: Scenario = {
  id: "spot-reclaim-during-deployment",
  title: "Spot is reclaimed in mid-deployment",
  question: "Does a deployment survive the reclaim of 60 % of the Spot instances, without an error for a user?",
  oftenSaid: "Managed termination protection saves the tasks, and they are drained gracefully.",
  recovery: "The group launches what was reclaimed, and the deployment goes on by itself; nothing is to be done.",
  durationSeconds: START_SECONDS + 3600,
  inapplicable: ({ groups }) =>
    groups.some(({ onDemandPercentageAboveBase }) => onDemandPercentageAboveBase < 100)
      ? undefined
      : "no group runs Spot",
  variants: [
    {
      id: "sixty-percent",
      title: "60 % of Spot, 30 s into the deployment of every service",
      disturb: (platform) => disturb(platform, SHARE),
    },
    {
      id: "late-replacements",
      title: "One Spot instance, with images that take three minutes to pull: no replacement is there in time",
      disturb: (platform) => replaceLate(platform, ONE),
    },
    {
      id: "long-requests",
      title: `The same without a deployment, and a request of ${CONNECTION_SECONDS} s that begins every second`,
      load: withConnections(CONNECTION_SECONDS),
      disturb: reclaimLate,
    },
  ],
  claims: [
    {
      id: "spot-reclaim-during-deployment/no-failed-request",
      text: "No request fails.",
      variant: "sixty-percent",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["spot-notice", "instance-gone"],
    },
    {
      id: "spot-reclaim-during-deployment/none-cut",
      text: "No request is cut in mid-answer, though replacements come too late: the drain guard takes the doomed targets out in time.",
      variant: "late-replacements",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["spot-notice", "automation-started", "automation-acted", "instance-gone"],
    },
    {
      id: "spot-reclaim-during-deployment/long-requests-end",
      text: `A request of ${CONNECTION_SECONDS} s on a reclaimed instance ends before the instance does.`,
      variant: "long-requests",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["spot-notice", "automation-acted", "instance-gone"],
    },
    {
      id: "spot-reclaim-during-deployment/healthy-tasks",
      text: "Healthy tasks never fall below those desired.",
      variant: "sixty-percent",
      unit: "share",
      measure: lowestHealthyShare(START_SECONDS),
      limit: { atLeast: 1 },
      evidence: ["spot-notice", "target-healthy", "task-stopping"],
    },
    {
      id: "spot-reclaim-during-deployment/recovers",
      text: "Every service has its tasks back within ten minutes.",
      variant: "sixty-percent",
      unit: "s",
      measure: secondsUntilHealthy(START_SECONDS),
      limit: { atMost: 600 },
      evidence: ["deployment-completed"],
    },
    heardWithin("spot-reclaim-during-deployment", "sixty-percent", 5, { evidence: ["spot-notice", "event-matched"] }),
  ],
  boundaries: [
    {
      claim: "spot-reclaim-during-deployment/no-failed-request",
      quantity: "share of the Spot instances that is reclaimed at once",
      unit: "share",
      from: 0,
      to: 1,
      precision: 0.1,
      at: (share) => ({ disturb: (platform) => disturb(platform, share) }),
    },
    {
      claim: "spot-reclaim-during-deployment/none-cut",
      quantity: "share of the Spot instances that is reclaimed at once",
      unit: "share",
      from: 0,
      to: 1,
      precision: 0.1,
      at: (share) => ({ disturb: (platform) => replaceLate(platform, share) }),
    },
    {
      claim: "spot-reclaim-during-deployment/long-requests-end",
      quantity: "seconds that a request takes",
      unit: "s",
      from: 5,
      to: 180,
      precision: 5,
      at: (seconds) => ({ load: withConnections(seconds) }),
    },
  ],
};

function withConnections(seconds: number) {
  return (load: Load): Load => ({ ...load, longConnections: { perSecond: 1, seconds } });
}

function disturb(platform: Platform, share: number, behaviour: Behaviour = {}): void {
  platform.world.simulation.scheduleAt(START_SECONDS, () => deployAll(platform, behaviour));
  reclaim(platform, share);
}

function reclaim(platform: Platform, share: number): void {
  platform.world.simulation.scheduleAt(START_SECONDS + REST_SECONDS, () => {
    for (const group of platform.groups) {
      const spot = group.staying.filter(({ market }) => market === "spot");
      for (const instance of spot.slice(0, Math.ceil(spot.length * share))) group.reclaim(instance);
    }
  });
}

function replaceLate(platform: Platform, share: number): void {
  platform.world.simulation.scheduleAt(BEFORE_SECONDS, () => deployAll(platform, LARGE_IMAGE));
  disturb(platform, share, LARGE_IMAGE);
}

function reclaimLate(platform: Platform): void {
  platform.world.simulation.scheduleAt(BEFORE_SECONDS, () => deployAll(platform, LARGE_IMAGE));
  reclaim(platform, ONE);
}

function deployAll({ services }: Platform, behaviour: Behaviour): void {
  for (const { scheduler } of services) scheduler.deploy(behaviour);
}
