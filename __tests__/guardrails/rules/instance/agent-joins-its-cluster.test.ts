import { testRule } from "../../../support/rule-test";
import { setAgent } from "../../../support/user-data";

const TEMPLATE = "aws_launch_template.capacity";
const ASSOCIATION = "aws_ecs_cluster_capacity_providers.capacity";

testRule("instance/agent-joins-its-cluster", {
  fails: {
    "it joins another one": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_CLUSTER", "other") },
    "it joins none": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_CLUSTER") },
    "the association is another cluster's": {
      at: TEMPLATE,
      edit: (json) => json.set(ASSOCIATION, "cluster_name", "other"),
    },
  },
  undecided: {
    "the user data is known only at apply": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "user_data", "${var.from_outside}"),
    },
    "the provider's cluster is known only at apply": {
      at: TEMPLATE,
      edit: (json) => json.set(ASSOCIATION, "cluster_name", "${var.from_outside}"),
    },
  },
  passes: {
    "its provider belongs to no cluster": (json) => json.remove(ASSOCIATION),
  },
});
