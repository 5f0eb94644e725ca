import { reachAws, s3Backend, setBackend } from "../../../support/backend";
import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

/** In `aws` mode, with the state on this machine. */
function local(json: TerraformJson): void {
  reachAws(json);
  setBackend(json, { local: { path: "terraform.tfstate" } });
}

testRule("storage/backend-remote", {
  absent: true,
  fails: {
    "the state is on this machine, and tags say whose all is": {
      at: "terraform.backend",
      edit: (json) => {
        reachAws(json, "production-platform", { default_tags: [{ tags: { Environment: "production" } }] });
        setBackend(json, { local: { path: "terraform.tfstate" } });
      },
    },
    "the state is on this machine": { at: "terraform.backend", edit: local },
    "nothing is said": {
      at: "terraform.backend",
      edit: (json) => {
        reachAws(json);
        setBackend(json, {});
      },
    },
  },
  waived: {
    "the bucket of the state isn't there yet": {
      at: "terraform.backend",
      edit: (json) => reachAws(json, "production-state"),
    },
  },
  passes: {
    "the state is in a bucket": (json) => {
      reachAws(json);
      s3Backend(json, {});
    },
  },
});
