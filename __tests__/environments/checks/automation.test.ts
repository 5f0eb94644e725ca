import { testBadInput, testGoodInput } from "../../support/bad-input";

const fallback = "automation.spotFallback";

describe("the Spot fallback", () => {
  testBadInput([
    [
      "a bound below the share itself",
      { automation: { spotFallback: { maxOnDemandPercent: 0 } } },
      `${fallback}.maxOnDemandPercent`,
      "0",
      "1 to 100",
    ],
    [
      "a bound that leaves no way to rise",
      { "capacity.onDemandPercentageAboveBase": 50, automation: { spotFallback: { maxOnDemandPercent: 50 } } },
      `${fallback}.maxOnDemandPercent`,
      "50",
      "more than capacity.onDemandPercentageAboveBase, 50",
    ],
    [
      "a share that falls as fast as it rises",
      { automation: { spotFallback: { checkMinutes: 10, holdMinutes: 19 } } },
      `${fallback}.holdMinutes`,
      "19",
      "at least 20",
    ],
    [
      "looks without a pause",
      { automation: { spotFallback: { checkMinutes: 1 } } },
      `${fallback}.checkMinutes`,
      "1",
      "2 to 60",
    ],
    ["a group that can't be read", { "capacity.maxInstances": 701 }, "capacity.maxInstances", "701", "at most 700"],
  ]);

  testGoodInput([
    [
      "a bound beside a group that is all On-Demand",
      { "capacity.onDemandPercentageAboveBase": 100, automation: { spotFallback: { maxOnDemandPercent: 50 } } },
    ],
    [
      "a large group that is all On-Demand",
      { "capacity.onDemandPercentageAboveBase": 100, "capacity.maxInstances": 1000 },
    ],
  ]);
});
