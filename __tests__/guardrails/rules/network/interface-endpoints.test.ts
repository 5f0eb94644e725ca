import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const VPC = "aws_vpc.network";

const untagged = (json: TerraformJson) => json.unset(VPC, "tags.InterfaceEndpoints");

testRule("network/interface-endpoints", {
  fails: {
    "one that is meant is gone": { at: VPC, edit: (json) => json.remove("aws_vpc_endpoint.endpoint_kms") },
    "secrets have none": {
      at: VPC,
      edit: (json) => {
        untagged(json);
        json.remove("aws_vpc_endpoint.endpoint_secretsmanager");
      },
    },
    "images have none": {
      at: VPC,
      edit: (json) => {
        untagged(json);
        json.remove("aws_vpc_endpoint.endpoint_ecr_dkr");
      },
    },
    "logs have one that is no interface": {
      at: VPC,
      edit: (json) => {
        untagged(json);
        json.set("aws_vpc_endpoint.endpoint_logs", "vpc_endpoint_type", "Gateway");
      },
    },
  },
  waived: {
    "registry and secrets are left to NAT": {
      at: VPC,
      edit: (json) => {
        json.set(VPC, "tags.InterfaceEndpoints", "ssm logs");
        json.remove("aws_vpc_endpoint.endpoint_secretsmanager");
      },
    },
  },
  passes: { "what is used is there": untagged },
});
