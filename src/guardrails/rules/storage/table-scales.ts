import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";

/** Paid by request, or a target of Application Auto Scaling. */
export const tableScales: Check = (plan) =>
  plan.resources("aws_dynamodb_table").map((table) => judgeTable(plan, table));

function judgeTable(plan: Plan, table: Resource): Judgement {
  const mode = table.get("billing_mode") ?? "PROVISIONED";
  if (mode instanceof Unknown) return undecided(table.address, "billing_mode is known only at apply");
  if (mode === "PAY_PER_REQUEST") return passed(table.address);
  return judge(table.address, isScaled(plan, table), `billing_mode is ${mode}, and nothing scales it`);
}

function isScaled(plan: Plan, table: Resource): boolean {
  return plan.resources("aws_appautoscaling_target").some((target) => {
    const id = target.get("resource_id");
    return plan.referenced(id, "aws_dynamodb_table").includes(table) || id === `table/${table.get("name")}`;
  });
}
