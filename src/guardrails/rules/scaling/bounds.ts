import { services } from "../../../plan/facts/services";
import type { Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";

export const bounds: Check = (plan) => services(plan).flatMap(({ scalingTargets }) => scalingTargets.map(judgeBounds));

function judgeBounds(target: Resource): Judgement {
  const [least, most] = [target.get("min_capacity"), target.get("max_capacity")];
  if (least instanceof Unknown || most instanceof Unknown)
    return undecided(target.address, "its bounds are known only at apply");
  return judge(
    target.address,
    Number(least) >= 2 && Number(most) > Number(least),
    `min_capacity is ${least}, max_capacity ${most}; wanted: at least 2, and more than that`,
  );
}
