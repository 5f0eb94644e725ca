import { judge } from "../../judge";
import type { Check } from "../../rule";

export const certificateReplacedBeforeDestroyed: Check = (plan) =>
  plan
    .resources("aws_acm_certificate")
    .map(({ address, lifecycle }) =>
      judge(address, lifecycle?.createBeforeDestroy ?? false, "lifecycle.create_before_destroy isn't true"),
    );
