import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

export const datapointsFit: Check = (plan) =>
  plan.resources("aws_cloudwatch_metric_alarm").flatMap((alarm) => {
    const [points, periods] = [alarm.get("datapoints_to_alarm"), alarm.get("evaluation_periods")];
    if (points === undefined) return [];
    return points instanceof Unknown || periods instanceof Unknown
      ? [undecided(alarm.address, "its datapoints are known only at apply")]
      : [judge(alarm.address, Number(points) === Number(periods), `${points} datapoints of ${periods} periods`)];
  });
