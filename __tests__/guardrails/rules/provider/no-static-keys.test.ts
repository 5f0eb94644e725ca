import { reachAws, s3Backend } from "../../../support/backend";
import { testRule } from "../../../support/rule-test";

const STACK = "production-platform";

testRule("provider/no-static-keys", {
  absent: true,
  fails: {
    "the provider has a key": { at: "provider.aws", edit: (json) => reachAws(json, STACK, { access_key: "dummy" }) },
    "the provider has a secret": { at: "provider.aws", edit: (json) => reachAws(json, STACK, { secret_key: "dummy" }) },
    "the backend has a key": { at: "terraform.backend.s3", edit: (json) => s3Backend(json, { access_key: "dummy" }) },
    "dummy keys lose their endpoints": {
      at: "provider.aws",
      edit: (json) =>
        json.editDocument(STACK, (document) => {
          document.provider = { aws: [{ access_key: "dummy", secret_key: "dummy" }] };
        }),
    },
  },
  passes: { "none has a key": (json) => reachAws(json) },
});
