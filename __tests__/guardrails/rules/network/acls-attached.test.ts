import { testRule } from "../../../support/rule-test";

testRule("network/acls-attached", {
  absent: true,
  fails: {
    "no subnet is under it": {
      at: "aws_network_acl.edge",
      edit: (json) => json.add("aws_network_acl.edge", { vpc_id: "${aws_vpc.network.id}" }, "aws_vpc.network"),
    },
    "the list of subnets is empty": {
      at: "aws_network_acl.edge",
      edit: (json) =>
        json.add("aws_network_acl.edge", { vpc_id: "${aws_vpc.network.id}", subnet_ids: [] }, "aws_vpc.network"),
    },
  },
  undecided: {
    "an association takes its ACL from a variable": {
      at: "aws_network_acl.edge",
      edit: (json) => {
        json.add("aws_network_acl.edge", { vpc_id: "${aws_vpc.network.id}" }, "aws_vpc.network");
        const association = { network_acl_id: "${var.acl}", subnet_id: "${aws_subnet.network_public_a.id}" };
        json.add("aws_network_acl_association.edge", association, "aws_vpc.network");
      },
    },
  },
  passes: {
    "it names its subnets": (json) => {
      const acl = { vpc_id: "${aws_vpc.network.id}", subnet_ids: ["${aws_subnet.network_public_a.id}"] };
      json.add("aws_network_acl.edge", acl, "aws_vpc.network");
    },
    "an association does": (json) => {
      json.add("aws_network_acl.edge", { vpc_id: "${aws_vpc.network.id}" }, "aws_vpc.network");
      const association = {
        network_acl_id: "${aws_network_acl.edge.id}",
        subnet_id: "${aws_subnet.network_public_a.id}",
      };
      json.add("aws_network_acl_association.edge", association, "aws_vpc.network");
    },
  },
});
