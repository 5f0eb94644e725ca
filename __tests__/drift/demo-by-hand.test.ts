import { classify } from "../../src/drift/classify";
import { readPlan } from "../../src/plan/read";
import { recordedPlan } from "../support/drift";
import { synthesized } from "../support/synthesized";

/**
 * What was done by hand, one call each, to demo as it was deployed to the sandbox; the plan is Terraform's afterwards,
 * without what neither drifted nor would change.
 */
const DONE: readonly (readonly [does: string, found: string])[] = [
  ["opens port 22 to the world", "drifted high aws_security_group.compute.ingress[tcp 22]"],
  ["opens a port to an office", "drifted high aws_security_group.load_balancer.ingress[tcp 8443]"],
  ["lets compute connect to Redis", "drifted high aws_security_group.compute.egress[tcp 6379]"],
  ["lets endpoints connect anywhere", "drifted high aws_security_group.endpoints.egress[all]"],
  ["puts a rule into the default group", "drifted high aws_default_security_group.network.ingress[tcp 80]"],
  ["adds a route past NAT", "drifted high aws_route_table.network_private_a.route[192.0.2.0/24]"],
  ["adds a tag", "drifted low aws_vpc.network.tags.Owner"],
  ["changes a default tag", "drifted medium aws_vpc.network.tags.ManagedBy"],
  ["switches DNS names off", "drifted medium aws_vpc.network.enable_dns_hostnames"],
  ["adds an inline policy", "drifted high aws_iam_role_policies_exclusive.web_task.policy_names"],
  ["rewrites an inline policy", "drifted high aws_iam_role_policy.instance.policy"],
  ["lets anybody take a role", "drifted high aws_iam_role.web_task.assume_role_policy"],
  ["lets sessions of a role last longer", "drifted high aws_iam_role.drain_guard.max_session_duration"],
  ["describes a role otherwise", "drifted low aws_iam_role.drain_guard.description"],
  ["deletes an inline policy", "missing high aws_iam_role_policy.network_flow_logs"],
  ["", "drifted high aws_iam_role_policies_exclusive.network_flow_logs.policy_names"],
  ["raises the group's maximum", "drifted medium aws_autoscaling_group.capacity.max_size"],
  ["raises its minimum", "drifted medium aws_autoscaling_group.capacity.min_size"],
  [
    "lowers the On-Demand base",
    "drifted medium aws_autoscaling_group.capacity.mixed_instances_policy[0].instances_distribution[0].on_demand_base_capacity",
  ],
  [
    "adds an instance type",
    "drifted medium aws_autoscaling_group.capacity.mixed_instances_policy[0].launch_template[0].override[m6i.large]",
  ],
  [
    "raises the share of On-Demand, as the fallback does",
    "controlled medium aws_autoscaling_group.capacity.mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity",
  ],
  ["takes ECS's tag off the group", "drifted medium aws_autoscaling_group.capacity.tag[AmazonECSManaged]"],
  [
    "fills instances to the brim",
    "drifted medium aws_ecs_capacity_provider.capacity.auto_scaling_group_provider[0].managed_scaling[0].target_capacity",
  ],
  ["scales a service, as auto scaling does", "controlled medium aws_ecs_service.web.desired_count"],
  ["gives a service more time", "drifted medium aws_ecs_service.web.health_check_grace_period_seconds"],
  ["raises a service's bound", "drifted medium aws_appautoscaling_target.web.max_capacity"],
  ["shortens the deregistration", "drifted medium aws_lb_target_group.web.deregistration_delay"],
  ["asks another path for health", "drifted medium aws_lb_target_group.web.health_check[0].path"],
  ["forgives failed checks", "drifted medium aws_lb_target_group.web.health_check[0].unhealthy_threshold"],
  ["moves a rule to the front", "drifted medium aws_lb_listener_rule.web.priority"],
  ["protects the load balancer", "drifted high aws_lb.ingress.enable_deletion_protection"],
  ["lets invalid headers through", "drifted high aws_lb.ingress.drop_invalid_header_fields"],
  ["keeps idle connections", "drifted medium aws_lb.ingress.idle_timeout"],
  ["allows old TLS", "drifted high aws_lb_listener.ingress_https.ssl_policy"],
  ["deletes the listener that redirects", "missing high aws_lb_listener.ingress_http"],
  ["drops logs after a week", "drifted medium aws_cloudwatch_log_group.web.retention_in_days"],
  ["deletes a log group", "missing high aws_cloudwatch_log_group.cluster_exec"],
  ["makes an alarm deaf", "drifted medium aws_cloudwatch_metric_alarm.web_server_errors.threshold"],
  ["makes an alarm mute", "drifted high aws_cloudwatch_metric_alarm.detection_load_balancer_errors.actions_enabled"],
  ["deletes an alarm", "missing medium aws_cloudwatch_metric_alarm.detection_web_slow_answers"],
  ["disables an event rule", "drifted high aws_cloudwatch_event_rule.detection_spot_interruption.state"],
  ["", "drifted high aws_cloudwatch_event_rule.detection_spot_interruption.is_enabled"],
  ["renames a topic for its readers", "drifted medium aws_sns_topic.notifications.display_name"],
  ["stops a key's rotation", "drifted high aws_kms_key.key.enable_key_rotation"],
  ["opens a bucket", "missing high aws_s3_bucket_public_access_block.access_logs"],
  ["suspends versions", "drifted high aws_s3_bucket_versioning.access_logs.versioning_configuration[0].status"],
  ["gives instances another template", "drifted high aws_launch_template.capacity."],
  ["", "drifted medium aws_launch_template.capacity."],
  ["shortens a queue's memory", "drifted medium aws_sqs_queue.undelivered_events.message_retention_seconds"],
  // The emulator drops a queue's policy with any change of the queue.
  ["", "missing high aws_sqs_queue_policy.undelivered_events"],
];

const document = recordedPlan("demo-by-hand");
const configuration = readPlan(synthesized("demo").get("demo-platform"));
const { differences, meaningless } = classify({
  document,
  plan: readPlan(document),
  source: "demo-platform",
  configuration,
});
const found = differences.map(
  ({ class: kind, severity, address, attribute }) =>
    `${kind} ${severity} ${address}${attribute === "" ? "" : `.${attribute}`}`,
);

test.each(DONE.filter(([does]) => does !== ""))("who %s is found out", (_, expected) => {
  expect(found.filter((line) => line.startsWith(expected))).not.toEqual([]);
});

test("nothing else is found, though Terraform calls twice as many resources drifted", () => {
  expect(found.filter((line) => !DONE.some(([, expected]) => line.startsWith(expected)))).toEqual([]);
  expect(meaningless).toEqual([]);
  expect(document.resource_drift.length).toBeGreaterThan(2 * new Set(differences.map(({ address }) => address)).size);
});

test("the group follows its template, and isn't taken for the code's", () => {
  const template = differences.find(({ address }) => address === "aws_launch_template.capacity");
  expect(template?.consequences).toEqual(["aws_autoscaling_group.capacity"]);
});
