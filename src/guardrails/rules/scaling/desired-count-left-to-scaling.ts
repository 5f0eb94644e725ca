import { services } from "../../../plan/facts/services";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { ignoresChanges } from "../../vocabulary/ignored-changes";

export const desiredCountLeftToScaling: Check = (plan) =>
  services(plan)
    .filter(({ scalingTargets }) => scalingTargets.length > 0)
    .map(({ service }) =>
      judge(
        service.address,
        ignoresChanges(service, "desired_count"),
        "lifecycle.ignore_changes doesn't hold desired_count",
      ),
    );
