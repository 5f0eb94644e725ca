import type { Check } from "../../rule";
import { managedRuleSet } from "../../vocabulary/web-acls";

export const webApplicationFirewallBlocksKnownBadInputs: Check = managedRuleSet("AWSManagedRulesKnownBadInputsRuleSet");
