# A load balancer module whose listeners, target groups and rules are maps.
variable "name" { type = string }
variable "vpc_id" { type = string }
variable "subnets" { type = list(string) }
variable "internal" { default = false }
variable "enable_deletion_protection" { default = true }
variable "drop_invalid_header_fields" { default = true }
variable "access_logs" { default = {} }
variable "listeners" { default = {} }
variable "target_groups" { default = {} }
variable "security_group_ingress_rules" { default = {} }
variable "security_group_egress_rules" { default = {} }

locals {
  security_groups = concat([aws_security_group.this.id], [])
}

resource "aws_lb" "this" {
  count                      = 1
  name                       = var.name
  internal                   = var.internal
  load_balancer_type         = "application"
  security_groups            = local.security_groups
  subnets                    = var.subnets
  enable_deletion_protection = var.enable_deletion_protection
  drop_invalid_header_fields = var.drop_invalid_header_fields
  dynamic "access_logs" {
    for_each = length(var.access_logs) > 0 ? [var.access_logs] : []
    content {
      bucket  = access_logs.value.bucket
      enabled = try(access_logs.value.enabled, true)
    }
  }
}
resource "aws_lb_listener" "this" {
  for_each          = var.listeners
  load_balancer_arn = aws_lb.this[0].arn
  port              = try(each.value.port, 80)
  protocol          = try(each.value.protocol, "HTTP")
  ssl_policy        = contains(["HTTPS", "TLS"], try(each.value.protocol, "HTTP")) ? try(each.value.ssl_policy, "ELBSecurityPolicy-TLS13-1-2-Res-2021-06") : null
  certificate_arn   = try(each.value.certificate_arn, null)
  dynamic "default_action" {
    for_each = try([each.value.redirect], [])
    content {
      type = "redirect"
      redirect {
        port        = default_action.value.port
        protocol    = default_action.value.protocol
        status_code = default_action.value.status_code
      }
    }
  }
  dynamic "default_action" {
    for_each = try([each.value.forward], [])
    content {
      type             = "forward"
      target_group_arn = try(aws_lb_target_group.this[default_action.value.target_group_key].arn, null)
    }
  }
}
resource "aws_lb_target_group" "this" {
  for_each             = var.target_groups
  name                 = try(each.value.name, null)
  port                 = each.value.port
  protocol             = "HTTP"
  target_type          = try(each.value.target_type, null)
  vpc_id               = try(each.value.vpc_id, var.vpc_id)
  deregistration_delay = try(each.value.deregistration_delay, null)
  dynamic "health_check" {
    for_each = try([each.value.health_check], [])
    content {
      path                = try(health_check.value.path, null)
      healthy_threshold   = try(health_check.value.healthy_threshold, null)
      unhealthy_threshold = try(health_check.value.unhealthy_threshold, null)
    }
  }
}
resource "aws_security_group" "this" {
  name_prefix = "${var.name}-"
  description = "Load balancer ${var.name}"
  vpc_id      = var.vpc_id
}
resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each                     = var.security_group_ingress_rules
  security_group_id            = aws_security_group.this.id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, null)
  cidr_ipv4                    = try(each.value.cidr_ipv4, null)
  referenced_security_group_id = try(each.value.referenced_security_group_id, null)
}
resource "aws_vpc_security_group_egress_rule" "this" {
  for_each          = var.security_group_egress_rules
  security_group_id = aws_security_group.this.id
  ip_protocol       = try(each.value.ip_protocol, "tcp")
  from_port         = try(each.value.from_port, null)
  to_port           = try(each.value.to_port, null)
  cidr_ipv4         = try(each.value.cidr_ipv4, null)
}
output "target_groups" { value = aws_lb_target_group.this }
output "listeners" { value = aws_lb_listener.this }
output "security_group_id" { value = aws_security_group.this.id }
output "arn_suffix" { value = aws_lb.this[0].arn_suffix }
