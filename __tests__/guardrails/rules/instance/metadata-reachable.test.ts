import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/metadata-reachable", {
  fails: {
    "it is off": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, "metadata_options.http_endpoint", "disabled") },
    "it tells of tags": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "metadata_options.instance_metadata_tags", "enabled"),
    },
  },
});
