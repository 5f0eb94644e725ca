# A service module: containers are modules of their own, and every block is dynamic.
variable "name" { type = string }
variable "cluster_arn" { type = string }
variable "cluster_name" { type = string }
variable "launch_type" { default = "FARGATE" }
variable "requires_compatibilities" { default = ["FARGATE"] }
variable "capacity_provider_strategy" { default = {} }
variable "container_definitions" { default = {} }
variable "load_balancer" { default = {} }
variable "subnet_ids" { default = [] }
variable "security_group_rules" { default = {} }
variable "vpc_id" { default = null }
variable "assign_public_ip" { default = false }
variable "desired_count" { default = 1 }
variable "deployment_minimum_healthy_percent" { default = 66 }
variable "secret_arns" { default = ["arn:aws:secretsmanager:*:*:secret:*"] }

locals {
  is_external_deployment = false
  network_configuration = {
    assign_public_ip = var.assign_public_ip
    security_groups  = flatten(concat([try(aws_security_group.this[0].id, [])], []))
    subnets          = var.subnet_ids
  }
  container_definitions = [for k, v in module.container : v.definition]
}
module "container" {
  source     = "./container"
  for_each   = var.container_definitions
  name       = each.key
  definition = each.value
}
resource "aws_ecs_task_definition" "this" {
  count                    = 1
  family                   = var.name
  container_definitions    = jsonencode(local.container_definitions)
  cpu                      = 512
  memory                   = 1024
  network_mode             = "awsvpc"
  requires_compatibilities = var.requires_compatibilities
  execution_role_arn       = try(aws_iam_role.task_exec[0].arn, null)
  task_role_arn            = try(aws_iam_role.tasks[0].arn, null)
}
resource "aws_ecs_service" "this" {
  count                              = 1
  name                               = var.name
  cluster                            = var.cluster_arn
  desired_count                      = var.desired_count
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  launch_type                        = local.is_external_deployment || length(var.capacity_provider_strategy) > 0 ? null : var.launch_type
  task_definition                    = "${aws_ecs_task_definition.this[0].family}:${aws_ecs_task_definition.this[0].revision}"
  dynamic "capacity_provider_strategy" {
    for_each = { for k, v in var.capacity_provider_strategy : k => v if !local.is_external_deployment }
    content {
      capacity_provider = capacity_provider_strategy.value.capacity_provider
      base              = try(capacity_provider_strategy.value.base, null)
      weight            = try(capacity_provider_strategy.value.weight, null)
    }
  }
  dynamic "load_balancer" {
    for_each = { for k, v in var.load_balancer : k => v if !local.is_external_deployment }
    content {
      container_name   = load_balancer.value.container_name
      container_port   = load_balancer.value.container_port
      target_group_arn = try(load_balancer.value.target_group_arn, null)
    }
  }
  dynamic "network_configuration" {
    for_each = [local.network_configuration]
    content {
      assign_public_ip = network_configuration.value.assign_public_ip
      security_groups  = network_configuration.value.security_groups
      subnets          = network_configuration.value.subnets
    }
  }
  lifecycle { ignore_changes = [desired_count] }
}
data "aws_iam_policy_document" "assume" {
  count = 1
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}
data "aws_iam_policy_document" "task_exec" {
  count = 1
  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["*"]
  }
  dynamic "statement" {
    for_each = length(var.secret_arns) > 0 ? [1] : []
    content {
      sid       = "GetSecrets"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = var.secret_arns
    }
  }
}
resource "aws_iam_role" "task_exec" {
  count              = 1
  name_prefix        = "${var.name}-exec-"
  assume_role_policy = data.aws_iam_policy_document.assume[0].json
}
resource "aws_iam_policy" "task_exec" {
  count       = 1
  name_prefix = "${var.name}-exec-"
  policy      = data.aws_iam_policy_document.task_exec[0].json
}
resource "aws_iam_role_policy_attachment" "task_exec" {
  count      = 1
  role       = aws_iam_role.task_exec[0].name
  policy_arn = aws_iam_policy.task_exec[0].arn
}
resource "aws_iam_role" "tasks" {
  count              = 1
  name_prefix        = "${var.name}-"
  assume_role_policy = data.aws_iam_policy_document.assume[0].json
}
resource "aws_security_group" "this" {
  count       = 1
  name_prefix = "${var.name}-"
  vpc_id      = var.vpc_id
}
resource "aws_security_group_rule" "this" {
  for_each                 = var.security_group_rules
  security_group_id        = aws_security_group.this[0].id
  type                     = each.value.type
  protocol                 = each.value.protocol
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  description              = try(each.value.description, null)
  cidr_blocks              = lookup(each.value, "cidr_blocks", null)
  source_security_group_id = lookup(each.value, "source_security_group_id", null)
}
resource "aws_appautoscaling_target" "this" {
  count              = 1
  min_capacity       = min(1, var.desired_count)
  max_capacity       = max(10, var.desired_count)
  resource_id        = "service/${var.cluster_name}/${aws_ecs_service.this[0].name}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}
resource "aws_appautoscaling_policy" "this" {
  for_each           = { cpu = "ECSServiceAverageCPUUtilization", memory = "ECSServiceAverageMemoryUtilization" }
  name               = each.key
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.this[0].resource_id
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  target_tracking_scaling_policy_configuration {
    target_value = 75
    predefined_metric_specification { predefined_metric_type = each.value }
  }
}
