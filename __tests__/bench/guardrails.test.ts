import { copies } from "../../bench/guardrails/copies";
import { type Judged, summarize } from "../../bench/guardrails/results";

const judged = (msOf: (resources: number) => number): readonly Judged[] =>
  [250, 500, 1000, 2000].map((resources) => {
    const ms = msOf(resources);
    // The first was disturbed.
    return { resources, runs: [ms * 3, ms, ms].map((cpuMs) => ({ cpuMs, wallMs: cpuMs })) };
  });

test("a plan of copies has so many resources, each copy referring to its own", () => {
  const web = { vpc: "${aws_vpc.web.id}", both: "${aws_vpc.web.id} ${aws_vpc.web_other.id}" };
  const document = { resource: { aws_lb: { web }, aws_vpc: { web: {}, web_other: {} } }, provider: {} };
  expect(copies(document, 4)).toEqual({
    resource: {
      aws_lb: {
        web_1: { vpc: "${aws_vpc.web_1.id}", both: "${aws_vpc.web_1.id} ${aws_vpc.web_other_1.id}" },
        web_2: { vpc: "${aws_vpc.web_2.id}", both: "${aws_vpc.web_2.id} ${aws_vpc.web_other_2.id}" },
      },
      aws_vpc: { web_1: {}, web_other_1: {} },
    },
    provider: {},
  });
});

test("both claims hold on a straight line that is fast enough", () => {
  const { msPerResource, bend, claims } = summarize(judged((resources) => 100 + resources / 4));
  expect([msPerResource, bend]).toEqual([0.25, 1]);
  expect(claims.map(({ measured, holds }) => [measured, holds])).toEqual([
    [225, true],
    [1, true],
  ]);
});

test("the time misses its claim above 300 ms, the growth with the square of the resources", () => {
  expect(summarize(judged((resources) => resources)).claims.map(({ holds }) => holds)).toEqual([false, true]);
  expect(summarize(judged((resources) => resources ** 2 / 1000)).claims.map(({ holds }) => holds)).toEqual([
    true,
    false,
  ]);
  expect(summarize([]).claims.some(({ holds }) => holds)).toBe(false);
});
