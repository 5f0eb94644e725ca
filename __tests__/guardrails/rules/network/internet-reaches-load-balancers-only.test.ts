import { testRule } from "../../../support/rule-test";

import type { TerraformJson } from "../../../support/terraform-json";

const open = (json: TerraformJson) => {
  const ingress = { description: "A", protocol: "tcp", from_port: 80, to_port: 80, cidr_blocks: ["0.0.0.0/0"] };
  const group = { vpc_id: "${aws_vpc.network.id}", ingress: [ingress] };
  json.add("aws_security_group.open", group, "aws_security_group.compute");
};

testRule("network/internet-reaches-load-balancers-only", {
  fails: {
    "a cache is in such a group": {
      at: "aws_security_group.cache",
      edit: (json) => {
        json.copy("aws_security_group.load_balancer", "aws_security_group.cache");
        json.add(
          "aws_elasticache_cluster.cache",
          { cluster_id: "cache", security_group_ids: ["${aws_security_group.cache.id}"] },
          "aws_security_group.load_balancer",
        );
      },
    },
    "a database is in such a group": {
      at: "aws_security_group.database",
      edit: (json) => {
        json.copy("aws_security_group.load_balancer", "aws_security_group.database");
        json.add(
          "aws_db_instance.database",
          { deletion_protection: true, vpc_security_group_ids: ["${aws_security_group.database.id}"] },
          "aws_security_group.load_balancer",
        );
      },
    },
    "a group that nothing is in lets it in": { at: "aws_security_group.open", edit: open },
    "an instance is in such a group": {
      at: "aws_security_group.open",
      edit: (json) => {
        open(json);
        const instance = { vpc_security_group_ids: ["${aws_security_group.open.id}"] };
        json.add("aws_instance.own", instance, "aws_security_group.compute");
      },
    },
    "by a rule of its own": {
      at: "aws_security_group.endpoints",
      edit: (json) => {
        const rule = { security_group_id: "${aws_security_group.endpoints.id}", ip_protocol: "tcp" };
        json.add(
          "aws_vpc_security_group_ingress_rule.open",
          { ...rule, from_port: 443, to_port: 443, cidr_ipv4: "0.0.0.0/0" },
          "aws_security_group.endpoints",
        );
      },
    },
    "the group of the load balancer is the instances' too": {
      at: "aws_security_group.load_balancer",
      edit: (json) =>
        json.set("aws_launch_template.capacity", "network_interfaces.0.security_groups", [
          "${aws_security_group.compute.id}",
          "${aws_security_group.load_balancer.id}",
        ]),
    },
  },
  undecided: {
    "a variable names the load balancer's groups": {
      at: "aws_security_group.load_balancer",
      edit: (json) => json.set("aws_lb.ingress", "security_groups", "${var.groups}"),
    },
  },
  passes: {
    "a load balancer of the older kind": (json) => {
      open(json);
      const balancer = { security_groups: ["${aws_security_group.open.id}"] };
      json.add("aws_elb.own", balancer, "aws_security_group.compute");
    },
  },
});
