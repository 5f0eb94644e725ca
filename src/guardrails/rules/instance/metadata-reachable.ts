import { equals } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { ecsLaunchTemplates } from "../../vocabulary/agent-settings";

export const metadataReachable: Check = (plan) =>
  ecsLaunchTemplates(plan).map((template) =>
    allOf(template.address, [
      judgeAttribute(template, "metadata_options.http_endpoint", equals("enabled"), "enabled"),
      judgeAttribute(template, "metadata_options.instance_metadata_tags", equals("disabled"), "disabled"),
    ]),
  );
