# A network module as most are written: counted subnets, gateways by choice, a default group that is adopted.
variable "create" { default = true }
variable "name" { type = string }
variable "cidr" { type = string }
variable "azs" { type = list(string) }
variable "public_subnets" { default = [] }
variable "private_subnets" { default = [] }
variable "enable_nat_gateway" { default = false }
variable "single_nat_gateway" { default = false }
variable "map_public_ip_on_launch" { default = false }
variable "enable_flow_log" { default = false }
variable "manage_default_security_group" { default = true }
variable "default_security_group_ingress" { default = [] }
variable "default_security_group_egress" { default = [] }
variable "tags" { default = {} }

locals {
  vpc_id            = try(aws_vpc.this[0].id, "")
  nat_gateway_count = var.enable_nat_gateway ? (var.single_nat_gateway ? 1 : length(var.azs)) : 0
}

resource "aws_vpc" "this" {
  count                = var.create ? 1 : 0
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  tags                 = merge({ Name = var.name }, var.tags)
}
resource "aws_subnet" "public" {
  count                   = var.create ? length(var.public_subnets) : 0
  vpc_id                  = local.vpc_id
  cidr_block              = element(concat(var.public_subnets, [""]), count.index)
  availability_zone       = length(regexall("^[a-z]{2}-", element(var.azs, count.index))) > 0 ? element(var.azs, count.index) : null
  map_public_ip_on_launch = var.map_public_ip_on_launch
}
resource "aws_subnet" "private" {
  count             = var.create ? length(var.private_subnets) : 0
  vpc_id            = local.vpc_id
  cidr_block        = element(concat(var.private_subnets, [""]), count.index)
  availability_zone = element(var.azs, count.index)
}
resource "aws_internet_gateway" "this" {
  count  = length(var.public_subnets) > 0 ? 1 : 0
  vpc_id = local.vpc_id
}
resource "aws_route_table" "public" {
  count  = length(var.public_subnets) > 0 ? 1 : 0
  vpc_id = local.vpc_id
}
resource "aws_route" "public_internet_gateway" {
  count                  = length(var.public_subnets) > 0 ? 1 : 0
  route_table_id         = aws_route_table.public[0].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
}
resource "aws_route_table_association" "public" {
  count          = length(var.public_subnets)
  subnet_id      = element(aws_subnet.public[*].id, count.index)
  route_table_id = aws_route_table.public[0].id
}
resource "aws_eip" "nat" {
  count  = local.nat_gateway_count
  domain = "vpc"
}
resource "aws_nat_gateway" "this" {
  count         = local.nat_gateway_count
  allocation_id = element(aws_eip.nat[*].id, var.single_nat_gateway ? 0 : count.index)
  subnet_id     = element(aws_subnet.public[*].id, var.single_nat_gateway ? 0 : count.index)
}
resource "aws_route_table" "private" {
  count  = length(var.private_subnets) > 0 ? (var.single_nat_gateway ? 1 : length(var.azs)) : 0
  vpc_id = local.vpc_id
}
resource "aws_route" "private_nat_gateway" {
  count                  = local.nat_gateway_count
  route_table_id         = element(aws_route_table.private[*].id, count.index)
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = element(aws_nat_gateway.this[*].id, count.index)
}
resource "aws_route_table_association" "private" {
  count          = length(var.private_subnets)
  subnet_id      = element(aws_subnet.private[*].id, count.index)
  route_table_id = element(aws_route_table.private[*].id, var.single_nat_gateway ? 0 : count.index)
}
resource "aws_default_security_group" "this" {
  count  = var.manage_default_security_group ? 1 : 0
  vpc_id = aws_vpc.this[0].id
  dynamic "ingress" {
    for_each = var.default_security_group_ingress
    content {
      protocol  = lookup(ingress.value, "protocol", "-1")
      self      = lookup(ingress.value, "self", null)
      from_port = lookup(ingress.value, "from_port", 0)
      to_port   = lookup(ingress.value, "to_port", 0)
    }
  }
}
resource "aws_cloudwatch_log_group" "flow_log" {
  count = var.enable_flow_log ? 1 : 0
  name  = "/aws/vpc/${var.name}"
}
resource "aws_flow_log" "this" {
  count           = var.enable_flow_log ? 1 : 0
  vpc_id          = local.vpc_id
  traffic_type    = "ALL"
  iam_role_arn    = "arn:aws:iam::000000000000:role/flow-logs"
  log_destination = aws_cloudwatch_log_group.flow_log[0].arn
}
output "vpc_id" { value = try(aws_vpc.this[0].id, null) }
output "vpc_cidr_block" { value = try(aws_vpc.this[0].cidr_block, null) }
output "public_subnets" { value = aws_subnet.public[*].id }
output "private_subnets" { value = aws_subnet.private[*].id }
