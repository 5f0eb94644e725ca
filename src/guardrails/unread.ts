import type { Rule } from "./rule";

/** Wording for what a plan doesn't hold: it is undecided, whatever the rules would say of it. */
export const UNREAD: Omit<Rule, "check"> = {
  id: "plan/unread",
  severity: "high",
  title: "All that would be deployed can be judged",
  why: "What isn't in the file isn't judged: a report without findings says nothing of it.",
  fix: "Judge the output of terraform show -json of a whole plan.",
  references: [],
};
