import type { Resource } from "../../../plan/plan";
import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check, Judgement } from "../../rule";

/** Settings of Systems Manager for a region of an account, by the end of their ids, and what they should be. */
const WANTED: { readonly [setting: string]: string } = {
  "/ssm/automation/customer-script-log-destination": "CloudWatch",
  "/ssm/documents/console/public-sharing-permission": "Disable",
};

export const settingsOfTheAccount: Check = (plan) => plan.resources("aws_ssm_service_setting").flatMap(judgeSetting);

function judgeSetting(setting: Resource): readonly Judgement[] {
  const id = String(setting.get("setting_id"));
  const [, wanted] = Object.entries(WANTED).find(([ending]) => id.endsWith(ending)) ?? [];
  return wanted === undefined ? [] : [judgeAttribute(setting, "setting_value", equals(wanted))];
}
