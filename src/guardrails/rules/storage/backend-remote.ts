import { stateBuckets } from "../../../plan/facts/state";
import { judge, waived } from "../../judge";
import type { Check } from "../../rule";
import { reachesAws } from "../../vocabulary/backends";

const BACKEND = "terraform.backend";

export const backendRemote: Check = (plan) => {
  if (!reachesAws(plan)) return [];
  const type = plan.backend?.type ?? "local";
  if (type === "local" && stateBuckets(plan).length > 0) {
    return [waived(BACKEND, "the state moves to the bucket once that is there")];
  }
  return [judge(BACKEND, type !== "local", "the state is a file on one machine")];
};
