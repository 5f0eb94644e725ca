import { failedRequestsSince, lowestHealthyShare, secondsUntilHealthy } from "../measures";
import type { Platform } from "../model/platform";
import { type Scenario, START_SECONDS } from "../scenario";

/** Share of the Spot instances that goes. */
const SHARE = 0.6;

/** The reclaim comes when half of the new tasks are there. */
const REST_SECONDS = 30;

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
  ],
};

function disturb(platform: Platform, share: number): void {
  const { simulation } = platform.world;
  simulation.scheduleAt(START_SECONDS, () => {
    for (const { scheduler } of platform.services) scheduler.deploy({});
  });
  simulation.scheduleAt(START_SECONDS + REST_SECONDS, () => {
    for (const group of platform.groups) {
      const spot = group.staying.filter(({ market }) => market === "spot");
      for (const instance of spot.slice(0, Math.ceil(spot.length * share))) group.reclaim(instance);
    }
  });
}
