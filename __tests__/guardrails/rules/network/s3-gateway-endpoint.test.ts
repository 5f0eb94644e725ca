import { testRule } from "../../../support/rule-test";

testRule("network/s3-gateway-endpoint", {
  fails: {
    "the endpoint is gone": { at: "aws_vpc.network", edit: (json) => json.remove("aws_vpc_endpoint.endpoint_s3") },
    "a route table is left out": {
      at: "aws_vpc.network",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_s3", "route_table_ids.1"),
    },
    "it is another service's": {
      at: "aws_vpc.network",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_s3", "service_name", "com.amazonaws.us-east-1.dynamodb"),
    },
    "it is an interface": {
      at: "aws_vpc.network",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_s3", "vpc_endpoint_type", "Interface"),
    },
  },
  undecided: {
    "a variable says the service": {
      at: "aws_vpc.network",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_s3", "service_name", "${var.service}"),
    },
  },
  passes: {
    "a route table is associated apart": (json) => {
      json.unset("aws_vpc_endpoint.endpoint_s3", "route_table_ids.1");
      json.add(
        "aws_vpc_endpoint_route_table_association.b",
        {
          vpc_endpoint_id: "${aws_vpc_endpoint.endpoint_s3.id}",
          route_table_id: "${aws_route_table.network_private_b.id}",
        },
        "aws_vpc_endpoint.endpoint_s3",
      );
    },
  },
});
