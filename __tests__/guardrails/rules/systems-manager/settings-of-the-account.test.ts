import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const setting = (id: string, value: string) => (json: TerraformJson) =>
  json.add(
    "aws_ssm_service_setting.own",
    { setting_id: `arn:aws:ssm:us-east-1:000000000000:servicesetting/ssm/${id}`, setting_value: value },
    "aws_vpc.network",
  );

testRule("systems-manager/settings-of-the-account", {
  absent: true,
  fails: {
    "documents may be shared with everybody": {
      at: "aws_ssm_service_setting.own",
      edit: setting("documents/console/public-sharing-permission", "Enable"),
    },
    "Automation doesn't log": {
      at: "aws_ssm_service_setting.own",
      edit: setting("automation/customer-script-log-destination", "None"),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_ssm_service_setting.own",
      edit: setting("documents/console/public-sharing-permission", "${var.sharing}"),
    },
  },
  passes: {
    "they may not": setting("documents/console/public-sharing-permission", "Disable"),
    "Automation logs": setting("automation/customer-script-log-destination", "CloudWatch"),
    "another setting": setting("parameter-store/high-throughput-enabled", "true"),
  },
});
