/** What AWS takes for a number. */
export interface Limit {
  readonly least: number;
  readonly most: number;
  /** Those that there are, where not all between are. */
  readonly oneOf?: readonly number[];
}

const between = (least: number, most: number): Limit => ({ least, most });
const oneOf = (...values: readonly number[]): Limit => ({
  least: Math.min(...values),
  most: Math.max(...values),
  oneOf: values,
});
const PORT = between(1, 65535);
/** Of a metric: high-resolution ones, or minutes up to a day. */
const PERIOD = oneOf(10, 20, 30, ...Array.from({ length: 1440 }, (_, index) => 60 * (index + 1)));
const PERCENT = between(0, 100);

/** Log groups keep their events for one of these numbers of days; 0: for ever. */
const RETENTION = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;
const MIXED = "mixed_instances_policy.instances_distribution";
const SCALING = "auto_scaling_group_provider.managed_scaling";
const TRACKING = "target_tracking_scaling_policy_configuration";

/** By type of resource and path, from AWS's references of their API. */
export const LIMITS: { readonly [type: string]: { readonly [path: string]: Limit } } = {
  aws_appautoscaling_policy: {
    [`${TRACKING}.scale_in_cooldown`]: between(0, 3600),
    [`${TRACKING}.scale_out_cooldown`]: between(0, 3600),
    [`${TRACKING}.target_value`]: between(0.000001, 1e9),
  },
  aws_appautoscaling_target: { min_capacity: between(0, 5000), max_capacity: between(1, 5000) },
  aws_autoscaling_group: {
    min_size: between(0, 2000),
    max_size: between(1, 2000),
    [`${MIXED}.on_demand_percentage_above_base_capacity`]: PERCENT,
    "instance_refresh.preferences.min_healthy_percentage": PERCENT,
    "instance_refresh.preferences.max_healthy_percentage": between(100, 200),
  },
  aws_cloudwatch_composite_alarm: {
    "actions_suppressor.extension_period": between(1, 86400),
    "actions_suppressor.wait_period": between(1, 86400),
  },
  aws_cloudwatch_event_target: {
    "retry_policy.maximum_event_age_in_seconds": between(60, 86400),
    "retry_policy.maximum_retry_attempts": between(0, 185),
  },
  aws_cloudwatch_log_group: { retention_in_days: oneOf(...RETENTION) },
  aws_cloudwatch_metric_alarm: {
    datapoints_to_alarm: between(1, 1440),
    evaluation_periods: between(1, 1440),
    period: PERIOD,
    "metric_query.metric.period": PERIOD,
  },
  aws_ecs_capacity_provider: {
    [`${SCALING}.instance_warmup_period`]: between(0, 10000),
    [`${SCALING}.maximum_scaling_step_size`]: between(1, 10000),
    [`${SCALING}.minimum_scaling_step_size`]: between(1, 10000),
    [`${SCALING}.target_capacity`]: between(1, 100),
  },
  aws_ecs_cluster_capacity_providers: { "default_capacity_provider_strategy.weight": between(0, 1000) },
  aws_ecs_service: {
    "capacity_provider_strategy.weight": between(0, 1000),
    deployment_maximum_percent: between(100, 200),
    deployment_minimum_healthy_percent: PERCENT,
    desired_count: between(0, 5000),
    health_check_grace_period_seconds: between(0, 2147483647),
  },
  aws_flow_log: { max_aggregation_interval: oneOf(60, 600) },
  aws_kms_key: { deletion_window_in_days: between(7, 30), rotation_period_in_days: between(90, 2560) },
  aws_launch_template: {
    "block_device_mappings.ebs.volume_size": between(1, 16384),
    "metadata_options.http_put_response_hop_limit": between(1, 64),
  },
  aws_lb: { idle_timeout: between(1, 4000) },
  aws_lb_listener: { port: PORT },
  aws_lb_listener_rule: { priority: between(1, 50000) },
  aws_lb_target_group: {
    deregistration_delay: between(0, 3600),
    port: PORT,
    "health_check.healthy_threshold": between(2, 10),
    "health_check.interval": between(5, 300),
    "health_check.timeout": between(2, 120),
    "health_check.unhealthy_threshold": between(2, 10),
  },
  aws_s3_bucket_lifecycle_configuration: {
    "rule.abort_incomplete_multipart_upload.days_after_initiation": between(1, 365000),
    "rule.expiration.days": between(1, 365000),
    "rule.noncurrent_version_expiration.newer_noncurrent_versions": between(1, 100),
    "rule.noncurrent_version_expiration.noncurrent_days": between(1, 365000),
  },
  aws_security_group: {
    "egress.from_port": between(-1, 65535),
    "egress.to_port": between(-1, 65535),
    "ingress.from_port": between(-1, 65535),
    "ingress.to_port": between(-1, 65535),
  },
  aws_sqs_queue: {
    message_retention_seconds: between(60, 1209600),
    visibility_timeout_seconds: between(0, 43200),
  },
};

/** The same of containers, by their definition's path. */
export const CONTAINER_LIMITS: { readonly [path: string]: Limit } = {
  cpu: between(128, 196608),
  memory: between(6, 25165824),
  stopTimeout: between(2, 21600),
  "healthCheck.interval": between(5, 300),
  "healthCheck.retries": between(1, 10),
  "healthCheck.startPeriod": between(0, 300),
  "healthCheck.timeout": between(2, 60),
};
