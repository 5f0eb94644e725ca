/** What takes the service down, or data with it, when it is destroyed. */
export const PRECIOUS: readonly string[] = [
  "aws_ecs_cluster",
  "aws_lb",
  "aws_autoscaling_group",
  "aws_dynamodb_table",
  "aws_kms_key",
  "aws_route53_zone",
];
