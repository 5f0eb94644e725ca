import { testRule } from "../../../support/rule-test";

import type { TerraformDocument, TerraformJson } from "../../../support/terraform-json";

const terraform = (edit: (block: { [key: string]: unknown }) => void) => (json: TerraformJson) =>
  json.editDocument("production-platform", ({ terraform: block }: TerraformDocument) => edit(Object(block)));

testRule("provider/versions-pinned", {
  fails: {
    "any provider will do": {
      at: "terraform",
      edit: terraform((block) => {
        delete block.required_providers;
      }),
    },
    "so will any from a version on": {
      at: "terraform",
      edit: terraform((block) => {
        block.required_providers = { aws: { source: "aws", version: ">= 5.0.0" } };
      }),
    },
    "any Terraform will do": {
      at: "terraform",
      edit: terraform((block) => {
        delete block.required_version;
      }),
    },
  },
  passes: {
    "up to the next major version": terraform((block) => {
      block.required_providers = { aws: { source: "aws", version: "~> 5.90" } };
    }),
  },
});
