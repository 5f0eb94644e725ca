import { stressHtml } from "../../src/reports/stress-html/page";
import { duration, moment, quantity } from "../../src/reports/stress-html/words";
import type { ClaimResult, StressReport } from "../../src/stress/report";
import { demoReport } from "../support/stress-report";

/** The report with other claims in its first scenario. */
function withClaims(change: (claim: ClaimResult, index: number) => Partial<ClaimResult>): StressReport {
  const report = demoReport();
  const scenarios = report.scenarios.map((scenario) => {
    const claims = scenario.claims.map((claim, index) => ({ ...claim, ...change(claim, index) }));
    const fails = claims.some(({ holds, insteadTrue }) => holds === false && insteadTrue === undefined);
    return { ...scenario, claims, verdict: fails ? ("fails" as const) : ("holds" as const) };
  });
  return { ...report, scenarios };
}

test("the verdict is the first thing that is said, and what is broken is named and linked", () => {
  const whole = stressHtml(withClaims(() => ({ holds: true })));
  expect(whole).toMatch(/<h1>Every promise of demo holds<\/h1>/);
  const broken = stressHtml(withClaims((_, index) => ({ holds: index > 0, insteadTrue: undefined })));
  expect(broken).toMatch(/<h1>1 promise of demo doesn’t hold<\/h1>/);
  const { id, text } = demoReport().scenarios[0]?.claims[0] ?? { id: "", text: "" };
  expect(broken.indexOf(`<a href="#${id}">${text}</a>`)).toBeLessThan(broken.indexOf("<main>"));
});

test("a claim that is commonly made and false is no failure, and says what is true instead", () => {
  const page = stressHtml(
    withClaims((_, index) => ({ holds: index > 0, insteadTrue: index > 0 ? undefined : "it is so." })),
  );
  expect(page).toMatch(/<h1>Every promise of demo holds<\/h1>/);
  expect(page).toMatch(/often said, not true.*<b>In truth:<\/b> it is so\./s);
});

test("a boundary is told in words", () => {
  const boundary = {
    quantity: "share of Spot",
    unit: "share",
    holdsAt: 0.42,
    breaksAt: 0.44,
    isMonotone: true,
  } as const;
  const told = (more: Partial<NonNullable<ClaimResult["boundary"]>>) =>
    stressHtml(withClaims(() => ({ boundary: { ...boundary, ...more } })));
  expect(told({})).toContain("Holds up to 42 %, breaks at 44 % (share of Spot).");
  expect(told({ breaksAt: null })).toContain("Holds as far as was looked: 42 % (share of Spot).");
  expect(told({ holdsAt: null })).toContain("Doesn’t hold even at 44 % (share of Spot).");
  expect(told({ isMonotone: false })).toContain("this is the first boundary of several");
});

test("what nothing would notice is said loudly, and what notices first is named", () => {
  const [first, ...others] = demoReport().scenarios;
  if (first === undefined) throw new Error("no scenario");
  const page = (detectors: typeof first.detectors, failedRequests = 0) => {
    const timeline = first.timeline.map((run) => ({
      ...run,
      samples: run.samples.map((sample) => ({ ...sample, failedRequests, healthyTasks: sample.desiredTasks })),
    }));
    return stressHtml({ ...demoReport(), scenarios: [{ ...first, detectors, timeline }, ...others] });
  };
  const variants = first.timeline.map(({ variant }) => variant.replaceAll("-", " ")).join(", ");
  expect(page([], 1)).toContain(`Nothing would notice: ${variants}.`);
  expect(page([], 1)).toContain(`never: ${variants}`);
  expect(page([])).toContain("by nothing, and nothing is amiss for long");
  const at = (name: string, firesAtSeconds: number) => ({ variant: "v", name, firesAtSeconds });
  expect(page([at("aws_cloudwatch_metric_alarm.slow", 90), at("aws_cloudwatch_event_rule.fast", 2)])).toContain(
    "after 2 s, by <code>aws_cloudwatch_event_rule.fast</code>",
  );
});

test("nothing of a plan becomes markup", () => {
  const evil = `<script>alert("x")</script>`;
  const page = stressHtml({ ...withClaims(() => ({ text: evil })), environment: evil });
  expect(page).not.toContain("<script");
  expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
});

test("the same report has the same bytes, however many were drawn before", () => {
  expect(stressHtml(demoReport())).toBe(stressHtml(demoReport()));
});

test("a protection that changes nothing is said to earn nothing", () => {
  const report = demoReport();
  const ablations = report.ablations.map((ablation) => ({ ...ablation, holdsWith: true, holdsWithout: true }));
  expect(stressHtml({ ...report, ablations })).toContain("0 of ");
  expect(stressHtml({ ...report, ablations })).not.toContain("Matrix of protections");
  expect(stressHtml({ ...report, ablations })).toContain("earns nothing here");
});

test.each([
  [0.4, "0.4 s"],
  [59, "59 s"],
  [150, "2 min 30 s"],
  [3600, "1 h"],
  [11_100, "3 h 5 min"],
])("%d seconds are %s", (seconds, words) => expect(duration(seconds)).toBe(words));

test("quantities have their units, and moments count from the disturbance", () => {
  expect(quantity(0.123456, "share")).toBe("12.3 %");
  expect(quantity(1_234_567, "requests")).toBe("1 234 567 requests");
  expect(quantity(null, "s")).toBe("never");
  expect([moment(1800), moment(1875), moment(1770), moment(1800 + 3661)]).toEqual([
    "+0:00",
    "+1:15",
    "−0:30",
    "+1:01:01",
  ]);
});

test("the matrix counts the claims of a scenario that fall without a protection", () => {
  const report = demoReport();
  const [scenario] = report.scenarios;
  const falls = (scenario?.claims ?? []).map(({ id: claim }) => ({
    ...{ protection: "p", title: "The only protection", claim, holdsWith: true, holdsWithout: false },
    ...{ measuredWith: 0, measuredWithout: 1 },
  }));
  const page = stressHtml({ ...report, ablations: falls });
  expect(page).toContain(`<th scope="row">The only protection</th><td class="falls">${falls.length}</td>`);
});

test("a picture has a step for each change, and a row only for what came to pass", () => {
  const page = stressHtml(demoReport());
  const [drawn = ""] = page.match(/<svg.*?<\/svg>/s) ?? [];
  expect(drawn).toMatch(/<path class="line healthy" d="M[\d.]+ [\d.]+(H[\d.]+V[\d.]+)*H[\d.]+"/);
  expect(drawn).toContain(">deployments</text>");
  const [first, ...others] = demoReport().scenarios;
  if (first === undefined) throw new Error("no scenario");
  const timeline = first.timeline.map((run) => ({ ...run, events: [] }));
  const quiet = stressHtml({ ...demoReport(), scenarios: [{ ...first, timeline }, ...others] });
  expect(quiet.match(/<svg.*?<\/svg>/s)?.[0]).not.toContain(">deployments</text>");
});
