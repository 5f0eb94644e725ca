import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { replicaServices } from "../../vocabulary/services";

export const startsAtItsMinimum: Check = (plan) =>
  replicaServices(plan).flatMap(({ service, scalingTargets }) =>
    scalingTargets.map((target) => {
      const [count, least] = [service.get("desired_count"), target.get("min_capacity")];
      return count instanceof Unknown || least instanceof Unknown
        ? undecided(service.address, "its number of tasks is known only at apply")
        : judge(
            service.address,
            Number(count) === Number(least),
            `desired_count is ${count ?? "not set"}, min_capacity ${least}`,
          );
    }),
  );
