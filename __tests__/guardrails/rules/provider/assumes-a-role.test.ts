import { reachAws, s3Backend } from "../../../support/backend";
import { testRule } from "../../../support/rule-test";

const STACK = "production-platform";
const ROLE = { role_arn: "arn:aws:iam::000000000000:role/deploy" };

testRule("provider/assumes-a-role", {
  absent: true,
  fails: {
    "the provider assumes none": { at: "provider.aws", edit: (json) => reachAws(json, STACK, { assume_role: null }) },
    "the block names no role": {
      at: "provider.aws",
      edit: (json) => reachAws(json, STACK, { assume_role: [{ session_name: "ballast" }] }),
    },
    "the backend assumes none": {
      at: "terraform.backend.s3",
      edit: (json) => s3Backend(json, { assume_role: null }),
    },
  },
  passes: {
    "both assume one": (json) => {
      reachAws(json);
      s3Backend(json, {});
    },
    "one is assumed by a web identity": (json) =>
      reachAws(json, STACK, { assume_role: null, assume_role_with_web_identity: [ROLE] }),
    "the backend writes it as before Terraform 1.6": (json) => s3Backend(json, { assume_role: null, ...ROLE }),
  },
});
