import { testRule } from "../../../support/rule-test";

const VPC = "aws_vpc.network";

testRule("network/vpc-range-private", {
  fails: {
    "it is public": {
      at: VPC,
      edit: (json) => {
        json.set(VPC, "cidr_block", "203.0.0.0/16");
        for (const name of ["public", "private"])
          for (const zone of ["a", "b", "c"]) json.set(`aws_subnet.network_${name}_${zone}`, "vpc_id", "vpc-00000000");
      },
    },
    "it is wider than AWS gives": { at: VPC, edit: (json) => json.set(VPC, "cidr_block", "10.16.0.0/12") },
    "it isn't said": { at: VPC, edit: (json) => json.unset(VPC, "cidr_block") },
  },
});
