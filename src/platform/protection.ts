import type { TerraformResourceLifecycle } from "cdktf";
import type { Environment } from "../environments/schema";

/** The lifecycle of a resource whose loss is an outage or a loss of data: the one switch is `disposable`. */
export function protectedLifecycle(
  environment: Environment,
  lifecycle: TerraformResourceLifecycle = {},
): TerraformResourceLifecycle {
  return environment.disposable ? lifecycle : { ...lifecycle, preventDestroy: true };
}
