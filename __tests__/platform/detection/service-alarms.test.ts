import { parseMath } from "../../../src/cloudwatch/metric-math";
import { service } from "../../support/edge";
import { platform } from "../../support/platform";
import { resource } from "../../support/stack";

test("a deployment's alarm counts the server errors of the service's own targets, a minute at a time", () => {
  const stack = platform({ services: [service({ name: "web", maxServerErrorsPerMinute: 25 })] });
  expect(resource(stack, "aws_cloudwatch_metric_alarm.web_server_errors")).toMatchObject({
    alarm_name: "production-web-server-errors",
    namespace: "AWS/ApplicationELB",
    metric_name: "HTTPCode_Target_5XX_Count",
    dimensions: {
      LoadBalancer: "${aws_lb.ingress.arn_suffix}",
      TargetGroup: "${aws_lb_target_group.web.arn_suffix}",
    },
    statistic: "Sum",
    period: 60,
    threshold: 25,
    treat_missing_data: "notBreaching",
  });
});

test("the share of failed requests is looked at each minute, and has a value where only one kind of error is counted", () => {
  const alarm = resource(platform({}), "aws_cloudwatch_metric_alarm.detection_requests_fail") as {
    readonly metric_query: readonly { readonly expression?: string; readonly metric?: { readonly period: number } }[];
  };
  const math = parseMath(alarm.metric_query[0]?.expression ?? "");
  const value = (points: { readonly [id: string]: number }) => math?.value((id) => points[id]);
  expect(alarm.metric_query.slice(1).map(({ metric }) => metric?.period)).toEqual([60, 60, 60]);
  expect(value({ requests: 9_900, services: 200 })).toBe(2);
  expect(value({ requests: 9_900, balancer: 1_000 })).toBeCloseTo(9.09, 2);
  // No target is chosen for any: all of them are errors of the load balancer's.
  expect(value({ balancer: 900 })).toBe(90);
  expect(value({ requests: 10, services: 1 })).toBeLessThan(1);
  expect(alarm).toMatchObject({ threshold: 2, evaluation_periods: 1, treat_missing_data: "notBreaching" });
});
