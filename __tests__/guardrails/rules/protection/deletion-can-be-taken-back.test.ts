import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const add = (address: string, body: { [attribute: string]: string | number | boolean }) => (json: TerraformJson) =>
  json.add(address, body, "aws_vpc.network");

testRule("protection/deletion-can-be-taken-back", {
  absent: true,
  fails: {
    "a secret is gone at once": {
      at: "aws_secretsmanager_secret.own",
      edit: add("aws_secretsmanager_secret.own", { recovery_window_in_days: 0 }),
    },
    "a database leaves no snapshot": {
      at: "aws_db_instance.own",
      edit: add("aws_db_instance.own", { deletion_protection: true, skip_final_snapshot: true }),
    },
    "a cluster of them isn't protected": {
      at: "aws_rds_cluster.own",
      edit: add("aws_rds_cluster.own", { deletion_protection: false }),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_secretsmanager_secret.own",
      edit: add("aws_secretsmanager_secret.own", { recovery_window_in_days: "${var.days}" }),
    },
  },
  passes: { "AWS's default": add("aws_secretsmanager_secret.own", {}) },
});
