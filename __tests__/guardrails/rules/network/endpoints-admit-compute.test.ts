import { testRule } from "../../../support/rule-test";

testRule("network/endpoints-admit-compute", {
  fails: {
    "a group is left out": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.unset("aws_security_group.endpoints", "ingress.0.security_groups.1"),
    },
    "another port is open": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => {
        json.set("aws_security_group.endpoints", "ingress.0.from_port", 8443);
        json.set("aws_security_group.endpoints", "ingress.0.to_port", 8443);
      },
    },
    "nothing is": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.set("aws_security_group.endpoints", "ingress", []),
    },
  },
  undecided: {
    "a variable says who is let in": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.set("aws_security_group.endpoints", "ingress.0.security_groups", ["${var.group}"]),
    },
  },
});
