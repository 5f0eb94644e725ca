import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

export const roomToGrow: Check = (plan) =>
  ecsGroups(plan).map(({ group, onDemandBase }) => {
    const [least, most] = [group.get("min_size"), group.get("max_size")];
    if ([least, most, onDemandBase].some((value) => value instanceof Unknown))
      return undecided(group.address, "its bounds are known only at apply");
    const floor = Math.max(Number(least), Number(onDemandBase));
    return judge(
      group.address,
      Number(most) > floor,
      `max_size is ${most}, min_size ${least}, the On-Demand base ${onDemandBase}; wanted: a max_size above both`,
    );
  });
