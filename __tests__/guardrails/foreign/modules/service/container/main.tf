variable "name" { type = string }
variable "definition" { default = {} }

locals {
  definition = merge(
    {
      name                   = var.name
      essential              = true
      readonlyRootFilesystem = true
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-region        = "eu-west-1"
          awslogs-group         = aws_cloudwatch_log_group.this[0].name
          awslogs-stream-prefix = "ecs"
        }
      }
    },
    { for k, v in var.definition : k => v if v != null },
  )
}
resource "aws_cloudwatch_log_group" "this" {
  count             = 1
  name              = "/aws/ecs/${var.name}"
  retention_in_days = 30
}
output "definition" { value = local.definition }
