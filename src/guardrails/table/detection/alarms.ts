import type { Rule } from "../../rule";
import { allClearTold } from "../../rules/detection/all-clear-told";
import { certificateAlarm } from "../../rules/detection/certificate-alarm";
import { cpuReservedAlarm } from "../../rules/detection/cpu-reserved-alarm";
import { datapointsFit } from "../../rules/detection/datapoints-fit";
import { descriptionsSayWhatRings } from "../../rules/detection/descriptions-say-what-rings";
import { groupAtMaximumAlarm } from "../../rules/detection/group-at-maximum-alarm";
import { loadBalancerErrorsAlarm } from "../../rules/detection/load-balancer-errors-alarm";
import { memoryReservedAlarm } from "../../rules/detection/memory-reserved-alarm";
import { metricMathWhole } from "../../rules/detection/metric-math-whole";
import { natDropsAlarm } from "../../rules/detection/nat-drops-alarm";
import { natPortsAlarm } from "../../rules/detection/nat-ports-alarm";
import { reservationAlarm } from "../../rules/detection/reservation-alarm";
import { serverErrorsAlarm } from "../../rules/detection/server-errors-alarm";
import { slowAnswersAlarm } from "../../rules/detection/slow-answers-alarm";
import { tasksMissingAlarm } from "../../rules/detection/tasks-missing-alarm";
import { tasksWaitingAlarm } from "../../rules/detection/tasks-waiting-alarm";
import { unhealthyTargetsAlarm } from "../../rules/detection/unhealthy-targets-alarm";

export const alarms: readonly Rule[] = [
  {
    id: "detection/unhealthy-targets-alarm",
    severity: "medium",
    title: "An alarm rings when targets fail their health checks",
    why: "A zone or a release goes bad, and the users are the ones who tell.",
    fix: "Add an aws_cloudwatch_metric_alarm on UnHealthyHostCount of the target group, above 0, with an action or in a composite alarm that has one.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
    ],
    check: unhealthyTargetsAlarm,
  },
  {
    id: "detection/server-errors-alarm",
    severity: "medium",
    title: "An alarm rings when a service answers with server errors",
    why: "Errors that nobody hears of last until somebody complains.",
    fix: "Add an aws_cloudwatch_metric_alarm on HTTPCode_Target_5XX_Count of the target group, with an action or in a composite alarm that has one.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
    ],
    check: serverErrorsAlarm,
  },
  {
    id: "detection/slow-answers-alarm",
    severity: "low",
    title: "An alarm rings when a service answers slowly",
    why: "A service that hangs errs late or never; the average hides it, and users leave.",
    fix: "Add an aws_cloudwatch_metric_alarm on TargetResponseTime of the target group, a percentile of it, with an action or in a composite alarm that has one.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
    ],
    check: slowAnswersAlarm,
  },
  {
    id: "detection/load-balancer-errors-alarm",
    severity: "medium",
    title: "An alarm rings when the load balancer itself answers with errors",
    why: "Without a target that answers there is no error of a target: 502, 503 and 504 are counted apart.",
    fix: "Add an aws_cloudwatch_metric_alarm on HTTPCode_ELB_5XX_Count of the load balancer, with an action or in a composite alarm that has one.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
    ],
    check: loadBalancerErrorsAlarm,
  },
  {
    id: "detection/tasks-missing-alarm",
    severity: "high",
    title: "An alarm rings when a service runs fewer tasks than it should",
    why: "Tasks that don't start have no log and answer nobody: nothing else shows that they are missing.",
    fix: "Add an aws_cloudwatch_metric_alarm on DesiredTaskCount less RunningTaskCount of Container Insights, with an action or in a composite alarm that has one.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html"],
    check: tasksMissingAlarm,
  },
  {
    id: "detection/tasks-waiting-alarm",
    severity: "medium",
    title: "An alarm rings when tasks wait to start",
    why: "A service that can't grow is slow first and down later.",
    fix: "Add an aws_cloudwatch_metric_alarm on PendingTaskCount of Container Insights, with an action or in a composite alarm that has one.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html"],
    check: tasksWaitingAlarm,
  },
  {
    id: "detection/reservation-alarm",
    severity: "medium",
    title: "An alarm rings when ECS asks for instances and gets none",
    why: "The capacity provider asks for ever and says nothing; tasks wait in PROVISIONING without an error.",
    fix: "Add an aws_cloudwatch_metric_alarm on CapacityProviderReservation of the capacity provider, above its target, with an action or in a composite alarm that has one.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html"],
    check: reservationAlarm,
  },
  {
    id: "detection/group-at-maximum-alarm",
    severity: "medium",
    title: "An alarm rings when the Auto Scaling group can't grow any more",
    why: "At its maximum the next deployment or scale-out waits, without an error anywhere.",
    fix: "Add an aws_cloudwatch_metric_alarm on GroupMaxSize less GroupDesiredCapacity, below 1, with an action or in a composite alarm that has one.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html"],
    check: groupAtMaximumAlarm,
  },
  {
    id: "detection/nat-ports-alarm",
    severity: "medium",
    title: "An alarm rings when a NAT gateway has no port left",
    why: "Calls out of the zone time out at random, and each service looks guilty but the gateway.",
    fix: "Add an aws_cloudwatch_metric_alarm on ErrorPortAllocation of the NAT gateway, above 0, with an action or in a composite alarm that has one.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html"],
    check: natPortsAlarm,
  },
  {
    id: "detection/nat-drops-alarm",
    severity: "low",
    title: "An alarm rings when a NAT gateway drops packets",
    why: "Calls out of the zone are slow or fail, and nothing says why.",
    fix: "Add an aws_cloudwatch_metric_alarm on the share of PacketsDropCount in the gateway's packets, with an action or in a composite alarm that has one.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html"],
    check: natDropsAlarm,
  },
  {
    id: "detection/cpu-reserved-alarm",
    severity: "low",
    title: "An alarm rings when nearly all CPU of the cluster is reserved",
    why: "A full cluster places the next task nowhere.",
    fix: "Add an aws_cloudwatch_metric_alarm on CPUReservation of the cluster, with an action or in a composite alarm that has one.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html"],
    check: cpuReservedAlarm,
  },
  {
    id: "detection/memory-reserved-alarm",
    severity: "low",
    title: "An alarm rings when nearly all memory of the cluster is reserved",
    why: "A full cluster places the next task nowhere.",
    fix: "Add an aws_cloudwatch_metric_alarm on MemoryReservation of the cluster, with an action or in a composite alarm that has one.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html"],
    check: memoryReservedAlarm,
  },
  {
    id: "detection/certificate-alarm",
    severity: "medium",
    title: "An alarm rings when a certificate wasn't renewed",
    why: "Where the validation records are gone, ACM doesn't renew, and at the end every browser refuses every host.",
    fix: "Add an aws_cloudwatch_metric_alarm on DaysToExpiry of the certificate, below 30, with an action or in a composite alarm that has one.",
    references: ["FSBP ACM.1", "https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html"],
    check: certificateAlarm,
  },
  {
    id: "detection/metric-math-whole",
    severity: "high",
    title: "Alarms on several metrics show one result of metrics that are there",
    why: "CloudWatch refuses an alarm of no result or of several, and an expression about a metric that is missing: the detector is never made.",
    fix: "Set return_data = true in exactly one metric_query, give each an expression or a metric, and name in expressions only ids of the same alarm.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html"],
    check: metricMathWhole,
  },
  {
    id: "detection/datapoints-fit",
    severity: "medium",
    title: "Alarms ask for as many datapoints as they look at",
    why: "More than evaluation_periods CloudWatch refuses; fewer ring for a flap that is over, and whoever was woken by one reads the next page later.",
    fix: "Set datapoints_to_alarm to evaluation_periods, or leave it out.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"],
    check: datapointsFit,
  },
  {
    id: "detection/descriptions-say-what-rings",
    severity: "low",
    title: "An alarm rings at the numbers that its description says",
    why: "Whoever is woken reads the description, not the threshold: a number that was changed on one side only sends them looking for something else.",
    fix: "Make threshold, period and evaluation_periods say what alarm_description does, or the other way round.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html"],
    check: descriptionsSayWhatRings,
  },
  {
    id: "detection/all-clear-told",
    severity: "low",
    title: "Whoever is paged hears when it is over",
    why: "Without it each page is looked at to its end, and the next one waits.",
    fix: "Set ok_actions of aws_cloudwatch_composite_alarm to its alarm_actions.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm.html"],
    check: allClearTold,
  },
];
