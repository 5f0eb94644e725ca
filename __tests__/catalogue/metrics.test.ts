import { findMetric, hasDimensions } from "../../src/catalogue/metrics";
import { synthesized } from "../support/synthesized";

test.each(["production", "staging", "demo"])("%s's dashboard reads metrics that are published", (environment) => {
  const platform = synthesized(environment).get(`${environment}-platform`);
  const { dashboard_body } = platform?.resource.aws_cloudwatch_dashboard?.detection_dashboard ?? {};
  const { widgets } = JSON.parse(String(dashboard_body));
  const lines: unknown[][] = widgets.flatMap(
    ({ properties }: { properties: { metrics?: unknown[][] } }) => properties.metrics ?? [],
  );
  expect(lines.length).toBeGreaterThan(15);
  const wrong = lines.filter(([namespace, name, ...rest]) => {
    if (namespace === `Ballast/${environment}`) return rest.length !== 1;
    const metric = findMetric(String(namespace), String(name));
    const dimensions = rest
      .slice(0, -1)
      .filter((_, index) => index % 2 === 0)
      .map(String);
    const { stat } = Object(rest.at(-1));
    return metric === undefined || !hasDimensions(metric, dimensions) || !metric.statistics.includes(stat);
  });
  expect(wrong).toEqual([]);
});
