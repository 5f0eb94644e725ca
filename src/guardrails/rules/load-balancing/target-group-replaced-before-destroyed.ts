import { judge } from "../../judge";
import type { Check } from "../../rule";

export const targetGroupReplacedBeforeDestroyed: Check = (plan) =>
  plan
    .resources("aws_lb_target_group")
    .map(({ address, lifecycle }) =>
      judge(address, lifecycle?.createBeforeDestroy ?? false, "lifecycle.create_before_destroy isn't true"),
    );
