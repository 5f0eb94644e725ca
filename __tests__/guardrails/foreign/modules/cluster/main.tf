# A cluster module: capacity providers are a map, and what isn't given is left to AWS.
variable "create" { default = true }
variable "cluster_name" { type = string }
variable "cluster_settings" {
  default = [{ name = "containerInsights", value = "enabled" }]
}
variable "fargate_capacity_providers" { default = {} }
variable "autoscaling_capacity_providers" { default = {} }
variable "default_capacity_provider_use_fargate" { default = true }
variable "cloudwatch_log_group_retention_in_days" { default = 90 }

locals {
  default_capacity_providers = merge(
    { for k, v in var.fargate_capacity_providers : k => v if var.default_capacity_provider_use_fargate },
    { for k, v in var.autoscaling_capacity_providers : k => v if !var.default_capacity_provider_use_fargate },
  )
}
resource "aws_ecs_cluster" "this" {
  count = var.create ? 1 : 0
  name  = var.cluster_name
  configuration {
    execute_command_configuration {
      logging = "DEFAULT"
    }
  }
  dynamic "setting" {
    for_each = flatten([var.cluster_settings])
    content {
      name  = setting.value.name
      value = setting.value.value
    }
  }
}
resource "aws_cloudwatch_log_group" "this" {
  count             = var.create ? 1 : 0
  name              = try(coalesce(null, "/aws/ecs/${var.cluster_name}"), "")
  retention_in_days = var.cloudwatch_log_group_retention_in_days
}
resource "aws_ecs_cluster_capacity_providers" "this" {
  count        = var.create && length(merge(var.fargate_capacity_providers, var.autoscaling_capacity_providers)) > 0 ? 1 : 0
  cluster_name = aws_ecs_cluster.this[0].name
  capacity_providers = distinct(concat(
    [for k, v in var.fargate_capacity_providers : try(v.name, k)],
    [for k, v in var.autoscaling_capacity_providers : try(v.name, k)],
  ))
  dynamic "default_capacity_provider_strategy" {
    for_each = local.default_capacity_providers
    iterator = strategy
    content {
      capacity_provider = try(strategy.value.name, strategy.key)
      base              = try(strategy.value.default_capacity_provider_strategy.base, null)
      weight            = try(strategy.value.default_capacity_provider_strategy.weight, null)
    }
  }
  depends_on = [aws_ecs_capacity_provider.this]
}
resource "aws_ecs_capacity_provider" "this" {
  for_each = { for k, v in var.autoscaling_capacity_providers : k => v if var.create }
  name     = try(each.value.name, each.key)
  auto_scaling_group_provider {
    auto_scaling_group_arn         = each.value.auto_scaling_group_arn
    managed_termination_protection = length(try([each.value.managed_scaling], [])) == 0 ? "DISABLED" : try(each.value.managed_termination_protection, null)
    dynamic "managed_scaling" {
      for_each = try([each.value.managed_scaling], [])
      content {
        status          = try(managed_scaling.value.status, null)
        target_capacity = try(managed_scaling.value.target_capacity, null)
      }
    }
  }
}
output "arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "name" { value = try(aws_ecs_cluster.this[0].name, null) }
output "autoscaling_capacity_providers" { value = aws_ecs_capacity_provider.this }
