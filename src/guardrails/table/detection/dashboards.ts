import type { Rule } from "../../rule";
import { alarmsShown } from "../../rules/detection/alarms-shown";
import { alikeShownAlike } from "../../rules/detection/alike-shown-alike";
import { chartsReadable } from "../../rules/detection/charts-readable";
import { dashboardsWithoutGaps } from "../../rules/detection/dashboards-without-gaps";
import { linesSayWhatCounts } from "../../rules/detection/lines-say-what-counts";

const BODY =
  "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html";

export const dashboards: readonly Rule[] = [
  {
    id: "detection/alarms-shown",
    severity: "low",
    title: "A dashboard shows what the alarms watch",
    why: "Who is woken by an alarm wants to see its curve beside the others, not to look for the metric first.",
    fix: "Add the alarm's metric, of the same resource, to a metric widget of the aws_cloudwatch_dashboard, or the alarm to an alarm widget.",
    references: [BODY],
    check: alarmsShown,
  },
  {
    id: "detection/alike-shown-alike",
    severity: "low",
    title: "A chart that shows several of a kind shows all of them",
    why: "The service or zone that a chart leaves out is taken for one where nothing happens.",
    fix: "Add the metric of the missing service, target group, gateway or group to the widget.",
    references: [BODY],
    check: alikeShownAlike,
  },
  {
    id: "detection/charts-readable",
    severity: "low",
    title: "Charts say what they show: title, region, statistic, a period that has data, where the axis begins",
    why: "The sum of a level or the average of a count is a number without a meaning, and an axis that begins anywhere makes noise look like a cliff.",
    fix: "Set title, region, stat, period and yAxis of the widget's properties.",
    references: [BODY],
    check: chartsReadable,
  },
  {
    id: "detection/dashboards-without-gaps",
    severity: "low",
    title: "Widgets of a dashboard fill its grid, none over another",
    why: "A widget that lies over another hides it; a hole is where one was.",
    fix: "Set x, y, width and height of the widgets so that rows of 24 columns follow on each other.",
    references: [BODY],
    check: dashboardsWithoutGaps,
  },
  {
    id: "detection/lines-say-what-counts",
    severity: "low",
    title: "Lines in charts stand at what an alarm or a target compares with",
    why: "Who looks at the chart in the night takes the line for the limit, and acts on what isn't one.",
    fix: "Set the annotation's value to the alarm's threshold, or to the target_capacity of the capacity provider that the chart shows.",
    references: [
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html",
    ],
    check: linesSayWhatCounts,
  },
];
