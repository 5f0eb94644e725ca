import { equals, namesOneOf, oneOf } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const machinesLogged: Check = (plan) =>
  plan
    .resources("aws_sfn_state_machine")
    .map((machine) =>
      allOf(machine.address, [
        judgeAttribute(machine, "logging_configuration.level", oneOf("ALL", "ERROR"), "OFF"),
        judgeAttribute(machine, "logging_configuration.include_execution_data", equals(true), false),
        judgeAttribute(machine, "logging_configuration.log_destination", namesOneOf(plan, "aws_cloudwatch_log_group")),
      ]),
    );
