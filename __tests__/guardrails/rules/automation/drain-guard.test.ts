import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const RULE = "aws_cloudwatch_event_rule.drain_guard_warning";
const TARGET = "aws_cloudwatch_event_target.drain_guard_warning_target";
const MACHINE = "aws_sfn_state_machine.drain_guard";

testRule("automation/drain-guard", {
  fails: {
    "its rule is disabled": { at: SERVICE, edit: (json) => json.set(RULE, "state", "DISABLED") },
    "its rule waits for another event": {
      at: SERVICE,
      edit: (json) => json.set(RULE, "event_pattern.detail-type", ["EC2 Instance Rebalance Recommendation"]),
    },
    "its rule asks for more": {
      at: SERVICE,
      edit: (json) => json.set(RULE, "event_pattern.detail", { "instance-action": ["stop"] }),
    },
    "the rule starts nothing": { at: SERVICE, edit: (json) => json.remove(TARGET) },
    "the machine takes nothing out": {
      at: SERVICE,
      edit: (json) =>
        json.set(
          MACHINE,
          "definition",
          String(json.get(MACHINE, "definition")).replaceAll("deregisterTargets", "describeTargetGroups"),
        ),
    },
    "the machine doesn't know the service's target group": {
      at: SERVICE,
      edit: (json) => json.set(MACHINE, "definition.States.Read the warning.Parameters.groups.0.targetGroupArn", "x"),
    },
  },
  undecided: {
    "a function is started, and its code isn't in the plan": {
      at: SERVICE,
      edit: (json) => {
        json.add("aws_lambda_function.guard", { function_name: "guard" }, TARGET);
        json.set(TARGET, "arn", "${aws_lambda_function.guard.arn}");
      },
    },
  },
  passes: {
    "ECS may take tasks out at once": (json) => {
      json.remove(TARGET);
      json.set(SERVICE, "deployment_minimum_healthy_percent", 50);
      json.set("aws_ecs_service.api", "deployment_minimum_healthy_percent", 50);
    },
  },
});
