import { secondsUntilServed, shareFailedSince } from "../measures";
import type { Platform } from "../model/platform";
import { type Claim, type Scenario, START_SECONDS, type Variant } from "../scenario";

/** Within a minute, in steps of ten seconds. */
const STEPS = 6;
const STEP_SECONDS = 10;

function surge(platform: Platform, times: number): void {
  const factor = times ** (1 / STEPS);
  for (let step = 0; step < STEPS; step += 1) {
    platform.world.simulation.scheduleAt(START_SECONDS + step * STEP_SECONDS, () => {
      for (const { traffic } of platform.services) traffic.scale(factor);
    });
  }
  platform.world.simulation.scheduleAt(START_SECONDS, () =>
    platform.world.trace.add("traffic-surge", `${times} times`),
  );
}

const variant = (times: number): Variant => ({
  id: `times-${times}`,
  title: `${times} times the requests, within a minute`,
  disturb: (platform) => surge(platform, times),
});

const claim = (times: number, id: string, rest: Omit<Claim, "id" | "variant">): Claim => ({
  id: `traffic-surge/${id}`,
  variant: `times-${times}`,
  ...rest,
});

export const trafficSurge: Scenario = {
  id: "traffic-surge",
  title: "Traffic surges",
  question: "How much more traffic is absorbed at once, and how long does it take to serve all of it?",
  oftenSaid: "Auto scaling answers within a minute.",
  recovery: "Scaling adds tasks and instances by itself; beyond the maxima, raise them or shed load.",
  durationSeconds: START_SECONDS + 3600,
  variants: [variant(2), variant(5), variant(10)],
  claims: [
    claim(2, "twice-is-absorbed", {
      text: "Twice the requests are served from the first second.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS),
      limit: { atMost: 0.001 },
      evidence: ["traffic-surge", "service-scaled"],
    }),
    claim(5, "five-times-is-served", {
      text: "Five times the requests are served within ten minutes.",
      unit: "s",
      measure: secondsUntilServed(START_SECONDS),
      limit: { atMost: 600 },
      evidence: ["traffic-surge", "service-scaled", "group-resized"],
    }),
    claim(5, "scale-out-is-fast", {
      text: "Scaling out takes less than a minute.",
      unit: "s",
      measure: secondsUntilServed(START_SECONDS),
      limit: { atMost: 60 },
      evidence: ["service-scaled", "group-resized", "instance-registered", "target-healthy"],
      insteadTrue: "metric, alarm, launch, registration, pull and health check add up to several minutes.",
    }),
    claim(10, "ten-times-is-served", {
      text: "Ten times the requests are served within a quarter of an hour.",
      unit: "s",
      measure: secondsUntilServed(START_SECONDS),
      limit: { atMost: 900 },
      evidence: ["traffic-surge", "service-scaled", "group-resized"],
      insteadTrue: "scaling ends at the services' and the group's maximum.",
    }),
  ],
};
