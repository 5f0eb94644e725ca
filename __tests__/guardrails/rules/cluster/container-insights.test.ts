import { testRule } from "../../../support/rule-test";

const CLUSTER = "aws_ecs_cluster.cluster";

testRule("cluster/container-insights", {
  fails: {
    "they are disabled": { at: CLUSTER, edit: (json) => json.set(CLUSTER, "setting.0.value", "disabled") },
    "the setting is gone": { at: CLUSTER, edit: (json) => json.unset(CLUSTER, "setting") },
    "it is another setting": { at: CLUSTER, edit: (json) => json.set(CLUSTER, "setting.0.name", "other") },
  },
  passes: {
    "they are enhanced": (json) => json.set(CLUSTER, "setting.0.value", "enhanced"),
  },
});
