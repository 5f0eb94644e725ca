import { judge } from "../../judge";
import type { Check } from "../../rule";

export const securityGroupReplacedBeforeDestroyed: Check = (plan) =>
  plan
    .resources("aws_security_group")
    .map(({ address, lifecycle }) =>
      judge(address, lifecycle?.createBeforeDestroy ?? false, "lifecycle.create_before_destroy isn't true"),
    );
