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

# Fargate alone, Spot included: nothing here runs on instances.
locals { name = "site" }
module "vpc" {
  source             = "../modules/vpc"
  name               = local.name
  cidr               = "10.1.0.0/16"
  azs                = ["eu-west-1a", "eu-west-1b"]
  private_subnets    = ["10.1.0.0/20", "10.1.16.0/20"]
  public_subnets     = ["10.1.48.0/24", "10.1.49.0/24"]
  enable_nat_gateway = true
  enable_flow_log    = true
}
module "alb" {
  source  = "../modules/alb"
  name    = local.name
  vpc_id  = module.vpc.vpc_id
  subnets = module.vpc.public_subnets
  security_group_ingress_rules = {
    https = { from_port = 443, to_port = 443, cidr_ipv4 = "0.0.0.0/0" }
  }
  listeners = {
    https = { port = 443, protocol = "HTTPS", certificate_arn = "arn:aws:acm:eu-west-1:000000000000:certificate/00000000-0000-0000-0000-000000000000", forward = { target_group_key = "site" } }
  }
  target_groups = { site = { port = 3000, target_type = "ip" } }
}
module "cluster" {
  source       = "../modules/cluster"
  cluster_name = local.name
  fargate_capacity_providers = {
    FARGATE      = { default_capacity_provider_strategy = { weight = 50, base = 20 } }
    FARGATE_SPOT = { default_capacity_provider_strategy = { weight = 50 } }
  }
}
module "service" {
  source       = "../modules/service"
  name         = local.name
  cluster_arn  = module.cluster.arn
  cluster_name = module.cluster.name
  vpc_id       = module.vpc.vpc_id
  container_definitions = {
    site = {
      image        = "example.com/site:1.4.2"
      user         = "1000"
      portMappings = [{ containerPort = 3000 }]
      environment  = [{ name = "DATABASE_PASSWORD", value = "not-a-secret" }]
    }
  }
  load_balancer    = { service = { target_group_arn = module.alb.target_groups["site"].arn, container_name = "site", container_port = 3000 } }
  subnet_ids       = module.vpc.public_subnets
  assign_public_ip = true
  secret_arns      = []
  security_group_rules = {
    http = { type = "ingress", from_port = 3000, to_port = 3000, protocol = "tcp", description = "HTTP", cidr_blocks = ["0.0.0.0/0"] }
  }
}
