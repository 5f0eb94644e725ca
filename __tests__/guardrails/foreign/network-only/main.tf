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

# A network alone, of no use to ECS or to anything else yet.
module "vpc" {
  source                  = "../modules/vpc"
  name                    = "network"
  cidr                    = "10.3.0.0/16"
  azs                     = ["eu-west-1a", "eu-west-1b"]
  private_subnets         = ["10.3.0.0/20", "10.3.16.0/20"]
  public_subnets          = ["10.3.48.0/24", "10.3.49.0/24"]
  map_public_ip_on_launch = true
}
