import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const document = (permissions: { [attribute: string]: string } | null) => (json: TerraformJson) =>
  json.add("aws_ssm_document.own", { name: "own", content: "{}", permissions }, "aws_vpc.network");

testRule("systems-manager/documents-private", {
  absent: true,
  fails: {
    "it is shared with all": {
      at: "aws_ssm_document.own",
      edit: document({ type: "Share", account_ids: "All" }),
    },
    "in small letters": { at: "aws_ssm_document.own", edit: document({ type: "Share", account_ids: "all" }) },
  },
  undecided: {
    "a variable says with whom": {
      at: "aws_ssm_document.own",
      edit: document({ type: "Share", account_ids: "${var.accounts}" }),
    },
  },
  passes: {
    "it isn't shared": document(null),
    "with one account": document({ type: "Share", account_ids: "000000000000" }),
  },
});
