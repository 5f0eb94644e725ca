import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";

/**
 * The role that Auto Scaling launches instances by, the environment's own. A key's policy must name roles that exist,
 * and the role that all groups of an account share exists only once the first group was made.
 */
export class AutoScalingRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { environment }: { readonly environment: Environment }) {
    super(scope, id);
    this.arn = new IamServiceLinkedRole(this, "Resource", {
      awsServiceName: "autoscaling.amazonaws.com",
      customSuffix: environment.name,
      description: `Auto Scaling of ${environment.name}`,
    }).arn;
  }
}
