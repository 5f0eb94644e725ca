import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import type { Environment } from "../../environments/schema";
import { policyDocument, type Statement } from "../policy";
import { boundaryStatements } from "./boundary";
import type { SynthesizedResource } from "./grant";
import { mergeGrants } from "./merge";
import { boundaryName, terraformRoleName } from "./names";
import { stackNeeds } from "./needs";
import { MANAGED_POLICY_CHARACTERS, packStatements } from "./pack";
import { protectionStatements } from "./protections";
import { Scope } from "./scope";
import { shortened } from "./shorten";
import { type StateStore, stateStatements } from "./state-access";
import { TerraformRole } from "./terraform-role";
import { terraformTrust } from "./trust";

export interface TerraformAccessProps {
  readonly environment: Environment;
  /** The platform as synthesized: what the roles are derived from. */
  readonly platform: readonly SynthesizedResource[];
  /** What stands beside the roles: the plan role reads it too. */
  readonly beside: readonly SynthesizedResource[];
  /** What an administrator applies besides: the plan role alone reads it. @default [] */
  readonly administrators?: readonly SynthesizedResource[];
  readonly store: StateStore & { readonly accessLogsBucketArn: string };
}

/**
 * Terraform's two roles of an environment, and the boundary of every role that it makes. All of it follows from the
 * resources: no list is kept by hand.
 */
export class TerraformAccess extends Construct {
  readonly plan: TerraformRole;
  readonly apply: TerraformRole;

  constructor(
    scope: Construct,
    id: string,
    { environment, platform, beside, administrators = [], store }: TerraformAccessProps,
  ) {
    super(scope, id);
    const names = new Scope(environment, [...platform, ...beside, ...administrators]);
    const needs = stackNeeds(platform, names);
    const read = [...needs.read, ...stackNeeds([...beside, ...itself(environment)], names).read];
    const reading = this.policies("read", environment, withinRole(mergeGrants(read), READING));
    const writing = this.policies("write", environment, withinRole(mergeGrants(needs.write, read), WRITING));

    new IamPolicy(this, "boundary", {
      name: boundaryName(environment),
      description: `The most that a role of ${environment.name} may have`,
      policy: policyDocument(boundaryStatements(platform, names, store)),
    });
    this.plan = new TerraformRole(this, "plan", {
      name: terraformRoleName(environment, "plan"),
      description: `Terraform, planning ${environment.name}: it changes nothing`,
      trust: terraformTrust(environment, "plan"),
      statements: [
        ...stateStatements(environment, store, "plan"),
        ...mergeGrants(stackNeeds(administrators, names).read, read),
      ],
      policies: reading,
    });
    this.apply = new TerraformRole(this, "apply", {
      name: terraformRoleName(environment, "apply"),
      description: `Terraform, applying the platform of ${environment.name}`,
      trust: terraformTrust(environment, "apply"),
      statements: [
        ...stateStatements(environment, store, "apply"),
        ...protectionStatements(environment, store, needs.destroyProtected),
      ],
      policies: [...reading, ...writing],
    });
  }

  private policies(kind: string, { name }: Environment, statements: readonly Statement[]): readonly IamPolicy[] {
    return packStatements(statements).map(
      (packed, index) =>
        new IamPolicy(this, `${kind}_${index + 1}`, {
          name: `${name}-terraform-${kind}-${index + 1}`,
          description: `Terraform of ${name}: ${kind}, part ${index + 1}`,
          policy: policyDocument(packed),
        }),
    );
  }
}

/** Of the ten managed policies that a role may have, those for what is read and for what is written. */
const READING = 3;
const WRITING = 7;
/** Share of a policy that is filled before the next one is begun, at the least. */
const FILLED = 0.75;

/**
 * The statements in so many managed policies: with many services the names that have most in common become patterns of the
 * environment's names. Which roles may be passed is always said one by one.
 */
function withinRole(statements: readonly Statement[], policies: number): readonly Statement[] {
  const isPassing = ({ Action }: Statement) => [Action].flat().includes("iam:PassRole");
  const passing = statements.filter(isPassing);
  const room = policies * MANAGED_POLICY_CHARACTERS * FILLED - policyDocument(passing).length;
  return [
    ...shortened(
      statements.filter((statement) => !isPassing(statement)),
      room,
    ),
    ...passing,
  ];
}

/** The roles and policies of this construct, as far as a plan of them reads them. */
function itself(environment: Environment): readonly SynthesizedResource[] {
  const resource = (type: string, name: string) => ({ address: `${type}.${name}`, type, body: { name } });
  return [
    resource("aws_iam_role", terraformRoleName(environment, "plan")),
    resource("aws_iam_role", terraformRoleName(environment, "apply")),
    resource("aws_iam_policy", boundaryName(environment)),
    resource("aws_iam_policy", `${environment.name}-terraform-*`),
  ];
}
