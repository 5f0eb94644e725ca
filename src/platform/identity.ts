import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePoliciesExclusive } from "@cdktf/provider-aws/lib/iam-role-policies-exclusive";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachmentsExclusive } from "@cdktf/provider-aws/lib/iam-role-policy-attachments-exclusive";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { policyDocument, type Statement } from "./policy";
import { boundaryArn } from "./terraform-access/names";

export interface IdentityProps {
  readonly environment: Environment;
  /** Name of the role; 64 characters at most. */
  readonly name: string;
  readonly description: string;
  /** Service that takes the role, e.g. `"ecs-tasks.amazonaws.com"`. */
  readonly service: string;
  /**
   * Conditions of the trust, against a confused deputy.
   * @default - none: for services that can't carry a source, as EC2
   */
  readonly trustCondition?: Statement["Condition"];
  /**
   * Whether it is held to the environment's boundary, as every role must be that Terraform's apply role makes.
   * @default true
   */
  readonly isBounded?: boolean;
  /**
   * What the role may do.
   * @default [] - nothing
   */
  readonly statements?: readonly Statement[];
}

/**
 * A role within the environment's boundary, with one inline policy and nothing else: the two "exclusive" resources make a policy that was added by hand
 * show in the next plan, which separate attachments never would.
 */
export class Identity extends Construct {
  readonly role: IamRole;
  /** Its policy, for what needs it and refers to no attribute of it; none for a role that may do nothing. */
  readonly permissions: readonly IamRolePolicy[];

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id);
    this.role = new IamRole(this, "Resource", {
      name: props.name,
      description: props.description,
      assumeRolePolicy: policyDocument([
        { Principal: { Service: props.service }, Action: "sts:AssumeRole", Condition: props.trustCondition },
      ]),
      // By its name: the policy is in the state's stack, which stands before this one.
      permissionsBoundary: props.isBounded === false ? undefined : boundaryArn(props.environment),
    });
    const statements = props.statements ?? [];
    this.permissions =
      statements.length === 0
        ? []
        : [
            new IamRolePolicy(this, "Policy", {
              name: props.name,
              role: this.role.name,
              policy: policyDocument(statements),
            }),
          ];
    new IamRolePoliciesExclusive(this, "Policies", {
      roleName: this.role.name,
      policyNames: this.permissions.map(({ name }) => name),
    });
    new IamRolePolicyAttachmentsExclusive(this, "Attachments", { roleName: this.role.name, policyArns: [] });
  }
}
