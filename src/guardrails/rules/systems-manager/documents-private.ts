import { known } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Accounts by their numbers, one after the other; none where a document isn't shared. */
const NAMED = known("accounts by their numbers", (accounts) => !/\ball\b/i.test(String(accounts)));

export const documentsPrivate: Check = (plan) =>
  plan.resources("aws_ssm_document").map((document) => judgeAttribute(document, "permissions.account_ids", NAMED, ""));
