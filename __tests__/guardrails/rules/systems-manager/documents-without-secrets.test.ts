import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const document = (command: string) => (json: TerraformJson) =>
  json.add("aws_ssm_document.own", { name: "own", content: JSON.stringify({ command }) }, "aws_vpc.network");

testRule("systems-manager/documents-without-secrets", {
  absent: true,
  fails: {
    "a password": {
      at: "aws_ssm_document.own",
      edit: document("DB_PASSWORD=hunter2-and-more ./run"),
    },
    "a key, by its form": {
      at: "aws_ssm_document.own",
      edit: document("curl https://user:hunter2@example.com/"),
    },
  },
  passes: { "a reference to one": document("DB_PASSWORD=$(aws ssm get-parameter --name /own)") },
});
