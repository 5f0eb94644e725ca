import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const BOUNDARY = "aws_iam_policy.terraform_boundary";
const without = (index: number) => ({
  at: BOUNDARY,
  edit: (json: TerraformJson) => json.unset(BOUNDARY, `policy.Statement.${index}`),
});

testRule("identity/boundary-leaves-work", {
  fails: {
    "instances can't find their cluster": without(0),
    "images can't be pulled": without(4),
    "tasks can be listed, and not looked at": without(7),
    "instances can't join": without(8),
    "nothing can be logged": without(12),
    "a machine can't be started": without(17),
  },
  passes: {
    "images come from a public registry": (json) => {
      json.unset(BOUNDARY, "policy.Statement.4");
      json.set(BOUNDARY, "policy.Statement.0.Action.2", "ecs:DiscoverPollEndpoint");
    },
  },
});
