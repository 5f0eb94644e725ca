import { DUMMY_ACCOUNT_ID, type Environment } from "../schema";
import { describe, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { given } from "./lists";

const PARAMETER = /^arn:aws:ssm:[a-z0-9-]+:\d{12}:parameter\/[\w./-]+$/;
const SECRET =
  /^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]+-[A-Za-z0-9]{6}(:[^:\s]*:[^:\s]*:[^:\s]*)?$/;

/** ARNs of the right kind, in the environment's own region and account. */
export function* referenceFindings(environment: Draft<Environment>): Generator<Finding> {
  const { region, accountId, deployRoleArn } = environment;
  const roleAccountId = deployRoleArn?.split(":")[4];
  if (isOtherAccount(roleAccountId, accountId)) {
    const allowed = `a role of the environment's account, ${accountId} (accountId)`;
    yield { path: "deployRoleArn", got: `a role of account ${roleAccountId}`, allowed };
  }
  for (const { path, arn } of keysAndSecrets(environment)) {
    const [, , , arnRegion, arnAccountId] = arn.split(":");
    if (region !== undefined && arnRegion !== region) {
      yield { path, got: `an ARN in ${describe(arnRegion)}`, allowed: `one in the environment's region, ${region}` };
    }
    if (isOtherAccount(arnAccountId, accountId)) {
      const allowed = `one in the environment's account, ${accountId} (accountId)`;
      yield { path, got: `an ARN of account ${arnAccountId}`, allowed };
    }
  }
  for (const [index, { secrets = {} }] of given(environment.services)) {
    for (const [name, arn] of Object.entries(secrets)) {
      if (arn === undefined || isSecretArn(arn)) continue;
      const path = fieldPath(["services", index, "secrets", name]);
      yield { path, got: "text that isn't such an ARN (not repeated, it may be the secret itself)", allowed: ALLOWED };
    }
  }
}

const ALLOWED =
  "the ARN of an SSM parameter (arn:aws:ssm:region:account:parameter/name) or of a Secrets Manager secret " +
  "(arn:aws:secretsmanager:region:account:secret:name-AbCdEf, with its six-character suffix; :json-key:: may follow)";

function isSecretArn(text: string): boolean {
  return PARAMETER.test(text) || SECRET.test(text);
}

/** A dummy is of no account: the mode says whether it may stay. */
function isOtherAccount(arnAccountId: string | undefined, accountId: string | undefined): boolean {
  return arnAccountId !== undefined && accountId !== undefined && ![accountId, DUMMY_ACCOUNT_ID].includes(arnAccountId);
}

function* keysAndSecrets({ services }: Draft<Environment>): Generator<{ readonly path: string; readonly arn: string }> {
  for (const [index, { secrets = {}, secretsKeyArns }] of given(services)) {
    for (const [name, arn] of Object.entries(secrets)) {
      if (arn !== undefined && isSecretArn(arn)) yield { path: fieldPath(["services", index, "secrets", name]), arn };
    }
    for (const [position, arn] of given(secretsKeyArns))
      yield { path: `services[${index}].secretsKeyArns[${position}]`, arn };
  }
}
