import { agentSettings } from "../../../plan/facts/capacity";
import { allOf, judge } from "../../judge";
import type { Check } from "../../rule";
import { ecsLaunchTemplates } from "../../vocabulary/agent-settings";

/** How cloud-init (and its like on Windows) knows what to do with it; anything else it passes by. */
const STARTS = /^(#!|#cloud-|#include|Content-Type:|MIME-Version:|<powershell>|<script>)/i;
const FILE = "/etc/ecs/ecs.config";

export const userDataRuns: Check = (plan) =>
  ecsLaunchTemplates(plan).flatMap((template) => {
    const settings = agentSettings(template);
    if (!(settings instanceof Map) || settings.size === 0) return [];
    const { address } = template;
    const script = Buffer.from(String(template.get("user_data")), "base64").toString();
    return [
      allOf(address, [
        judge(address, STARTS.test(script), "user_data doesn't begin as a script does (#!), so it isn't run"),
        judge(address, script.includes(FILE), `user_data sets the agent up, but not in ${FILE}`),
      ]),
    ];
  });
