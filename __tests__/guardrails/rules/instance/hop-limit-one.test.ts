import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";
const PATH = "metadata_options.http_put_response_hop_limit";

testRule("instance/hop-limit-one", {
  fails: {
    "an instance has it so": {
      at: "aws_instance.own",
      edit: (json) =>
        json.add(
          "aws_instance.own",
          { metadata_options: { http_put_response_hop_limit: 2 } },
          "aws_launch_template.capacity",
        ),
    },
    "a launch configuration says nothing of it": {
      at: "aws_launch_configuration.own",
      edit: (json) => json.add("aws_launch_configuration.own", {}, "aws_launch_template.capacity"),
    },
    "it is 2": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, PATH, 2) },
    "it isn't set": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, PATH) },
  },
});
