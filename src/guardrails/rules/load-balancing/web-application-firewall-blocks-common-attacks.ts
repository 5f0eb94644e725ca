import type { Check } from "../../rule";
import { managedRuleSet } from "../../web-acls";

export const webApplicationFirewallBlocksCommonAttacks: Check = managedRuleSet("AWSManagedRulesCommonRuleSet");
