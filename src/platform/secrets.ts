import type { Service } from "../environments/schema";
import type { Statement } from "./policy";

/** An entry of a container's `secrets`. */
export interface ContainerSecret {
  readonly name: string;
  readonly valueFrom: string;
}

/** The service's secrets as its container names them. */
export function containerSecrets({ secrets }: Service): readonly ContainerSecret[] {
  return Object.entries(secrets).map(([name, valueFrom]) => ({ name, valueFrom }));
}

/** What the execution role needs to read exactly these secrets: SSM parameters, Secrets Manager secrets, their keys. */
export function secretStatements({ secrets, secretsKeyArns }: Service): Statement[] {
  const arns = [...new Set(Object.values(secrets).map(resourceArn))].sort();
  const parameters = arns.filter((arn) => serviceOf(arn) === "ssm");
  const secretsManagerSecrets = arns.filter((arn) => serviceOf(arn) === "secretsmanager");
  return [
    statement("ReadParameters", "ssm:GetParameters", parameters),
    statement("ReadSecrets", "secretsmanager:GetSecretValue", secretsManagerSecrets),
    decryption("DecryptParameters", secretsKeyArns, parameters, "PARAMETER_ARN"),
    decryption("DecryptSecrets", secretsKeyArns, secretsManagerSecrets, "SecretARN"),
  ].flat();
}

/**
 * What is under a key, by way of the service that keeps it: a key may have secrets of others under it, too, and each
 * service names in the encryption context what it decrypts.
 */
function decryption(
  sid: string,
  keyArns: readonly string[],
  arns: readonly string[],
  contextKey: "PARAMETER_ARN" | "SecretARN",
): Statement[] {
  if (arns.length === 0) return [];
  return statement(sid, "kms:Decrypt", keyArns).map((decrypt) => ({
    ...decrypt,
    Condition: {
      StringEquals: {
        "kms:ViaService": [...new Set(arns.map(viaService))],
        [`kms:EncryptionContext:${contextKey}`]: arns,
      },
    },
  }));
}

function statement(Sid: string, Action: string, Resource: readonly string[]): Statement[] {
  return Resource.length === 0 ? [] : [{ Sid, Action, Resource }];
}

/** The ARN that IAM knows: without the JSON key, stage and version that may follow a secret's. */
function resourceArn(valueFrom: string): string {
  return serviceOf(valueFrom) === "secretsmanager" ? valueFrom.split(":").slice(0, 7).join(":") : valueFrom;
}

const serviceOf = (arn: string): string | undefined => arn.split(":")[2];

function viaService(arn: string): string {
  const [, , service, region] = arn.split(":");
  return `${service}.${region}.amazonaws.com`;
}
