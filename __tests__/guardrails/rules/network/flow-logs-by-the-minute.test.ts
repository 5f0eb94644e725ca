import { testRule } from "../../../support/rule-test";

const LOG = "aws_flow_log.network_flow_logs";

testRule("network/flow-logs-by-the-minute", {
  fails: {
    "it is ten minutes": { at: LOG, edit: (json) => json.set(LOG, "max_aggregation_interval", 600) },
    "it is AWS's default": { at: LOG, edit: (json) => json.unset(LOG, "max_aggregation_interval") },
  },
});
