import { testRule } from "../../../support/rule-test";

testRule("network/flow-logs", {
  fails: {
    "the flow log is gone": { at: "aws_vpc.network", edit: (json) => json.remove("aws_flow_log.network_flow_logs") },
    "it records accepted traffic only": {
      at: "aws_flow_log.network_flow_logs",
      edit: (json) => json.set("aws_flow_log.network_flow_logs", "traffic_type", "ACCEPT"),
    },
    "it goes nowhere": {
      at: "aws_flow_log.network_flow_logs",
      edit: (json) => json.unset("aws_flow_log.network_flow_logs", "log_destination"),
    },
    "it goes to what is no log": {
      at: "aws_flow_log.network_flow_logs",
      edit: (json) => json.set("aws_flow_log.network_flow_logs", "log_destination", "${aws_vpc.network.arn}"),
    },
  },
});
