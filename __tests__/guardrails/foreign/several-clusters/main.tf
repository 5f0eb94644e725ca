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

# Two clusters of one module, each with a group by attributes instead of types, in subnets that exist already.
variable "subnet_ids" {
  type    = list(string)
  default = ["subnet-00000000000000001", "subnet-00000000000000002"]
}
module "capacity" {
  source              = "../modules/autoscaling"
  for_each            = toset(["blue", "green"])
  name                = each.key
  image_id            = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
  vpc_zone_identifier = var.subnet_ids
  user_data           = base64encode("#!/bin/bash\necho ECS_CLUSTER=${each.key} >> /etc/ecs/ecs.config\necho ECS_ENABLE_SPOT_INSTANCE_DRAINING=${each.key == "blue"} >> /etc/ecs/ecs.config\n")
  metadata_options    = { http_tokens = "required", http_put_response_hop_limit = each.key == "blue" ? 1 : 2 }
  block_device_mappings = [
    { device_name = "/dev/xvda", ebs = { encrypted = each.key == "blue", volume_size = 30, volume_type = "gp3" } },
  ]
  instance_requirements           = { memory_mib = { min = 4096 }, vcpu_count = { min = 2 } }
  ignore_desired_capacity_changes = true
  use_mixed_instances_policy      = true
  capacity_rebalance              = each.key == "blue"
  mixed_instances_policy = {
    instances_distribution = { on_demand_base_capacity = 1, on_demand_percentage_above_base_capacity = 20, spot_allocation_strategy = "price-capacity-optimized" }
  }
  min_size              = 2
  max_size              = 10
  protect_from_scale_in = true
}
module "cluster" {
  source                                = "../modules/cluster"
  for_each                              = module.capacity
  cluster_name                          = each.key
  cluster_settings                      = [{ name = "containerInsights", value = each.key == "blue" ? "enabled" : "disabled" }]
  default_capacity_provider_use_fargate = false
  autoscaling_capacity_providers = {
    (each.key) = {
      auto_scaling_group_arn         = each.value.autoscaling_group_arn
      managed_termination_protection = "ENABLED"
      managed_scaling                = { status = "ENABLED", target_capacity = 80 }
    }
  }
}
