import { testRule } from "../../../support/rule-test";
import type { TerraformDocument } from "../../../support/terraform-json";

/** The document, its provider without a setting. */
function without(document: TerraformDocument, setting: string): object {
  return JSON.parse(JSON.stringify(document), (key, value) => (key === setting ? undefined : value));
}

testRule("provider/offline-stays-offline", {
  fails: {
    "what the endpoints leave open goes to AWS": {
      at: "provider.aws",
      edit: (json) =>
        json.editDocument("production-state", (document) => Object.assign(document, without(document, "https_proxy"))),
    },
    "it asks AWS for its account": {
      at: "provider.aws",
      edit: (json) =>
        json.editDocument("production-state", (document) =>
          Object.assign(document, without(document, "skip_requesting_account_id")),
        ),
    },
  },
});
