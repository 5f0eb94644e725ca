import type { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePoliciesExclusive } from "@cdktf/provider-aws/lib/iam-role-policies-exclusive";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { IamRolePolicyAttachmentsExclusive } from "@cdktf/provider-aws/lib/iam-role-policy-attachments-exclusive";
import { Construct } from "constructs";
import { InputError } from "../../environments/problem";
import { policyDocument, type Statement } from "../policy";

/** AWS's limit on the managed policies of a role, unless an account has asked for more. */
const MANAGED_POLICIES = 10;

export interface TerraformRoleProps {
  readonly name: string;
  readonly description: string;
  /** Who may take it. */
  readonly trust: readonly Statement[];
  /** What its own policy says. */
  readonly statements: readonly Statement[];
  /** What it has besides: ten at most, or an InputError. */
  readonly policies: readonly IamPolicy[];
}

/** A role that Terraform takes: what it may do is too long for one policy. */
export class TerraformRole extends Construct {
  readonly role: IamRole;

  constructor(scope: Construct, id: string, props: TerraformRoleProps) {
    super(scope, id);
    const { name, policies } = props;
    if (policies.length > MANAGED_POLICIES) {
      throw new InputError([
        {
          file: name,
          path: "services",
          got: `${policies.length} managed policies for what Terraform does to them`,
          allowed: `at most ${MANAGED_POLICIES}, AWS's limit for a role: spread the services over two environments`,
        },
      ]);
    }
    this.role = new IamRole(this, "Resource", {
      name,
      description: props.description,
      assumeRolePolicy: policyDocument(props.trust),
    });
    const own = new IamRolePolicy(this, "Policy", {
      name,
      role: this.role.name,
      policy: policyDocument(props.statements),
    });
    new IamRolePoliciesExclusive(this, "Policies", { roleName: this.role.name, policyNames: [own.name] });
    for (const policy of policies) {
      new IamRolePolicyAttachment(this, policy.node.id, { role: this.role.name, policyArn: policy.arn });
    }
    new IamRolePolicyAttachmentsExclusive(this, "Attachments", {
      roleName: this.role.name,
      policyArns: policies.map(({ arn }) => arn),
    });
  }
}
