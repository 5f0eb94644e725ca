import { stressHtml } from "../../src/reports/stress-html/page";
import { demoReport, somePrice } from "../support/stress-report";

test("the price of safety names each setting with what it costs and loses", () => {
  const page = stressHtml({ ...demoReport(), priceOfSafety: somePrice("day-of-spot/hard-day-served", "ten days") });
  expect(page).toContain("The cheapest that keeps every claim: All On-Demand, at 0.40 USD an hour.");
  expect(page).toContain("0.10 USD an hour, 99 % served, 12 requests failed, breaks 1 claim");
  expect(page).toContain("day-of-spot/hard-day-served");
});
