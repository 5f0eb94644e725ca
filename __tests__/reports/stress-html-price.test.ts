import { stressHtml } from "../../src/reports/stress-html/page";
import { demoReport } from "../support/stress-report";

test("the price of safety names each setting with what it costs and loses", () => {
  const option = { id: "spot", title: "Spot only", availability: 0.93, failedRequests: 12, costPerHour: 0.135 };
  const priceOfSafety = {
    trace: "ten days",
    options: [
      { ...option, claimsBroken: ["day-of-spot/hard-day-served"] },
      { ...option, id: "on-demand", title: "All On-Demand", availability: 1, costPerHour: 0.397, claimsBroken: [] },
    ],
    cheapest: "on-demand",
  };
  const page = stressHtml({ ...demoReport(), priceOfSafety });
  expect(page).toContain("Spot only");
  expect(page).toContain("day-of-spot/hard-day-served");
});
