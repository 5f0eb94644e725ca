import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";
const PATH = "metadata_options.http_put_response_hop_limit";

testRule("instance/hop-limit-one", {
  fails: {
    "it is 2": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, PATH, 2) },
    "it isn't set": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, PATH) },
  },
});
