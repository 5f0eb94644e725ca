import type { Check } from "../../rule";
import { managedRuleSet } from "../../web-acls";

export const webApplicationFirewallBlocksKnownBadInputs: Check = managedRuleSet("AWSManagedRulesKnownBadInputsRuleSet");
