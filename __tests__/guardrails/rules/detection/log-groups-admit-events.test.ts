import { testRule } from "../../../support/rule-test";

testRule("detection/log-groups-admit-events", {
  fails: {
    "streams can't be made": {
      at: "aws_cloudwatch_log_group.notifications_events",
      edit: (json) => {
        json.set("aws_cloudwatch_log_resource_policy.notifications", "policy_document.Statement.0.Principal.Service", [
          "delivery.logs.amazonaws.com",
        ]);
      },
    },
  },
});
