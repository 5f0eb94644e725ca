terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "5.100.0" }
  }
}
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "dummy"
  secret_key                  = "dummy"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

# ECS on two groups, all of it by modules: the shape of the widespread cluster, service, ALB, autoscaling and VPC modules.
locals {
  name = "shop"
  azs  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}
module "vpc" {
  source             = "../modules/vpc"
  name               = local.name
  cidr               = "10.0.0.0/16"
  azs                = local.azs
  private_subnets    = [for k, v in local.azs : cidrsubnet("10.0.0.0/16", 4, k)]
  public_subnets     = [for k, v in local.azs : cidrsubnet("10.0.0.0/16", 8, k + 48)]
  enable_nat_gateway = true
  single_nat_gateway = true
}
module "alb" {
  source                     = "../modules/alb"
  name                       = local.name
  vpc_id                     = module.vpc.vpc_id
  subnets                    = module.vpc.public_subnets
  enable_deletion_protection = false
  security_group_ingress_rules = {
    all_http = { from_port = 80, to_port = 80, ip_protocol = "tcp", cidr_ipv4 = "0.0.0.0/0" }
  }
  security_group_egress_rules = {
    all = { ip_protocol = "-1", cidr_ipv4 = module.vpc.vpc_cidr_block }
  }
  listeners = {
    http = { port = 80, protocol = "HTTP", forward = { target_group_key = "app" } }
  }
  target_groups = {
    app = { port = 8080, target_type = "ip", deregistration_delay = 300, health_check = { path = "/", healthy_threshold = 5 } }
  }
}
module "autoscaling" {
  source = "../modules/autoscaling"
  for_each = {
    on_demand = { mixed = false, policy = null, draining = "" }
    spot = {
      mixed = true
      policy = {
        instances_distribution = {
          on_demand_base_capacity                  = 0
          on_demand_percentage_above_base_capacity = 0
          spot_allocation_strategy                 = "lowest-price"
        }
        override = [
          { instance_type = "m5.large", weighted_capacity = "2" },
          { instance_type = "t3.large", weighted_capacity = "1" },
        ]
      }
      draining = ""
    }
  }
  name          = "${local.name}-${each.key}"
  image_id      = "ami-00000000000000000"
  instance_type = "t3.large"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    cat <<'EOF' >> /etc/ecs/ecs.config
    ECS_CLUSTER=${local.name}
    ECS_CONTAINER_INSTANCE_TAGS=${jsonencode({ Name = local.name })}
    ${each.value.draining}
    EOF
  EOT
  )
  security_groups                 = [aws_security_group.instances.id]
  vpc_zone_identifier             = module.vpc.private_subnets
  ignore_desired_capacity_changes = true
  min_size                        = 1
  max_size                        = 5
  desired_capacity                = 2
  protect_from_scale_in           = false
  use_mixed_instances_policy      = each.value.mixed
  mixed_instances_policy          = each.value.policy
  autoscaling_group_tags          = { AmazonECSManaged = "true" }
  iam_role_policies = {
    ecs = "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role"
    ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
  }
}
resource "aws_security_group" "instances" {
  name   = "${local.name}-instances"
  vpc_id = module.vpc.vpc_id
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
module "cluster" {
  source                                = "../modules/cluster"
  cluster_name                          = local.name
  default_capacity_provider_use_fargate = false
  autoscaling_capacity_providers = {
    on_demand = {
      auto_scaling_group_arn             = module.autoscaling["on_demand"].autoscaling_group_arn
      managed_termination_protection     = "ENABLED"
      managed_scaling                    = { status = "ENABLED", target_capacity = 100 }
      default_capacity_provider_strategy = { weight = 60, base = 20 }
    }
    spot = {
      auto_scaling_group_arn             = module.autoscaling["spot"].autoscaling_group_arn
      managed_termination_protection     = "ENABLED"
      managed_scaling                    = { status = "ENABLED", target_capacity = 90 }
      default_capacity_provider_strategy = { weight = 40 }
    }
  }
}
module "service" {
  source                   = "../modules/service"
  name                     = local.name
  cluster_arn              = module.cluster.arn
  cluster_name             = module.cluster.name
  vpc_id                   = module.vpc.vpc_id
  requires_compatibilities = ["EC2"]
  capacity_provider_strategy = {
    on_demand = { capacity_provider = module.cluster.autoscaling_capacity_providers["on_demand"].name, weight = 1, base = 1 }
  }
  container_definitions = {
    app = { image = "example.com/shop:latest", portMappings = [{ name = "app", containerPort = 8080, protocol = "tcp" }], readonlyRootFilesystem = false }
  }
  load_balancer = {
    service = { target_group_arn = module.alb.target_groups["app"].arn, container_name = "app", container_port = 8080 }
  }
  subnet_ids = module.vpc.private_subnets
  security_group_rules = {
    alb = { type = "ingress", from_port = 8080, to_port = 8080, protocol = "tcp", description = "Service port", source_security_group_id = module.alb.security_group_id }
  }
}
