# An Auto Scaling module that makes one of two groups, its template and its role, each by choice.
variable "name" { type = string }
variable "min_size" { default = 0 }
variable "max_size" { default = 1 }
variable "desired_capacity" { default = null }
variable "image_id" { type = string }
variable "instance_type" { default = null }
variable "instance_requirements" { default = {} }
variable "user_data" { default = null }
variable "security_groups" { default = [] }
variable "vpc_zone_identifier" { type = list(string) }
variable "protect_from_scale_in" { default = false }
variable "capacity_rebalance" { default = null }
variable "use_mixed_instances_policy" { default = false }
variable "mixed_instances_policy" { default = null }
variable "metadata_options" { default = {} }
variable "block_device_mappings" { default = [] }
variable "create_iam_instance_profile" { default = true }
variable "iam_role_policies" { default = {} }
variable "ignore_desired_capacity_changes" { default = false }
variable "autoscaling_group_tags" { default = {} }

data "aws_partition" "current" {}
locals {
  launch_template_id       = try(aws_launch_template.this[0].id, null)
  launch_template_version  = try(aws_launch_template.this[0].latest_version, null)
  iam_instance_profile_arn = var.create_iam_instance_profile ? aws_iam_instance_profile.this[0].arn : null
}
resource "aws_launch_template" "this" {
  count                  = 1
  name_prefix            = "${var.name}-"
  image_id               = var.image_id
  instance_type          = var.instance_type
  user_data              = var.user_data
  vpc_security_group_ids = var.security_groups
  dynamic "block_device_mappings" {
    for_each = var.block_device_mappings
    content {
      device_name = block_device_mappings.value.device_name
      dynamic "ebs" {
        for_each = flatten([try(block_device_mappings.value.ebs, [])])
        content {
          encrypted   = try(ebs.value.encrypted, null)
          volume_size = try(ebs.value.volume_size, null)
          volume_type = try(ebs.value.volume_type, null)
        }
      }
    }
  }
  dynamic "iam_instance_profile" {
    for_each = local.iam_instance_profile_arn != null ? [1] : []
    content { arn = local.iam_instance_profile_arn }
  }
  dynamic "metadata_options" {
    for_each = length(var.metadata_options) > 0 ? [var.metadata_options] : []
    content {
      http_endpoint               = try(metadata_options.value.http_endpoint, "enabled")
      http_tokens                 = try(metadata_options.value.http_tokens, "required")
      http_put_response_hop_limit = try(metadata_options.value.http_put_response_hop_limit, null)
    }
  }
  dynamic "instance_requirements" {
    for_each = length(var.instance_requirements) > 0 ? [var.instance_requirements] : []
    content {
      memory_mib { min = instance_requirements.value.memory_mib.min }
      vcpu_count { min = instance_requirements.value.vcpu_count.min }
    }
  }
}
resource "aws_autoscaling_group" "this" {
  count                 = var.ignore_desired_capacity_changes ? 0 : 1
  name_prefix           = "${var.name}-"
  min_size              = var.min_size
  max_size              = var.max_size
  desired_capacity      = var.desired_capacity
  vpc_zone_identifier   = var.vpc_zone_identifier
  protect_from_scale_in = var.protect_from_scale_in
  capacity_rebalance    = var.capacity_rebalance
  dynamic "launch_template" {
    for_each = var.use_mixed_instances_policy ? [] : [1]
    content {
      id      = local.launch_template_id
      version = local.launch_template_version
    }
  }
  dynamic "tag" {
    for_each = var.autoscaling_group_tags
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
resource "aws_autoscaling_group" "idc" {
  count                 = var.ignore_desired_capacity_changes ? 1 : 0
  name_prefix           = "${var.name}-"
  min_size              = var.min_size
  max_size              = var.max_size
  desired_capacity      = var.desired_capacity
  vpc_zone_identifier   = var.vpc_zone_identifier
  protect_from_scale_in = var.protect_from_scale_in
  capacity_rebalance    = var.capacity_rebalance
  dynamic "launch_template" {
    for_each = var.use_mixed_instances_policy ? [] : [1]
    content {
      id      = local.launch_template_id
      version = local.launch_template_version
    }
  }
  dynamic "mixed_instances_policy" {
    for_each = var.use_mixed_instances_policy ? [var.mixed_instances_policy] : []
    content {
      dynamic "instances_distribution" {
        for_each = try([mixed_instances_policy.value.instances_distribution], [])
        content {
          on_demand_base_capacity                  = try(instances_distribution.value.on_demand_base_capacity, null)
          on_demand_percentage_above_base_capacity = try(instances_distribution.value.on_demand_percentage_above_base_capacity, null)
          spot_allocation_strategy                 = try(instances_distribution.value.spot_allocation_strategy, null)
        }
      }
      launch_template {
        launch_template_specification {
          launch_template_id = local.launch_template_id
          version            = local.launch_template_version
        }
        dynamic "override" {
          for_each = try(mixed_instances_policy.value.override, [])
          content {
            instance_type     = try(override.value.instance_type, null)
            weighted_capacity = try(override.value.weighted_capacity, null)
          }
        }
      }
    }
  }
  dynamic "tag" {
    for_each = var.autoscaling_group_tags
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
  lifecycle { ignore_changes = [desired_capacity] }
}
data "aws_iam_policy_document" "assume_role_policy" {
  count = var.create_iam_instance_profile ? 1 : 0
  statement {
    sid     = "EC2AssumeRole"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "this" {
  count              = var.create_iam_instance_profile ? 1 : 0
  name_prefix        = "${var.name}-"
  assume_role_policy = data.aws_iam_policy_document.assume_role_policy[0].json
}
resource "aws_iam_role_policy_attachment" "this" {
  for_each   = { for k, v in var.iam_role_policies : k => v if var.create_iam_instance_profile }
  policy_arn = each.value
  role       = aws_iam_role.this[0].name
}
resource "aws_iam_instance_profile" "this" {
  count       = var.create_iam_instance_profile ? 1 : 0
  role        = aws_iam_role.this[0].name
  name_prefix = "${var.name}-"
}
output "autoscaling_group_arn" { value = try(aws_autoscaling_group.this[0].arn, aws_autoscaling_group.idc[0].arn, null) }
