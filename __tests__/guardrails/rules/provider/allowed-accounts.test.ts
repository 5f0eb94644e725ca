import { reachAws, s3Backend } from "../../../support/backend";
import { testRule } from "../../../support/rule-test";

const STACK = "production-platform";

testRule("provider/allowed-accounts", {
  absent: true,
  fails: {
    "the provider may touch any account": {
      at: "provider.aws",
      edit: (json) => reachAws(json, STACK, { allowed_account_ids: null }),
    },
    "the list is empty": { at: "provider.aws", edit: (json) => reachAws(json, STACK, { allowed_account_ids: [] }) },
    "the provider doesn't ask whose account it is in": {
      at: "provider.aws",
      edit: (json) => reachAws(json, STACK, { skip_requesting_account_id: true }),
    },
    "the backend may touch any account": {
      at: "terraform.backend.s3",
      edit: (json) => s3Backend(json, { allowed_account_ids: null }),
    },
  },
  passes: {
    "both name the account": (json) => {
      reachAws(json);
      s3Backend(json, {});
    },
  },
});
