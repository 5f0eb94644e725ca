import { containerSecrets, secretStatements } from "../../src/platform/secrets";
import { resolvedService } from "../support/platform";

const PARAMETER = "arn:aws:ssm:us-east-1:000000000000:parameter/production/web/database-url";
const SECRET = "arn:aws:secretsmanager:us-east-1:000000000000:secret:production/web/session-AbCdEf";
const KEY = "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000";

describe("a service's secrets", () => {
  test("come to the container by ARN, whole or by a JSON key", () => {
    const web = resolvedService({ secrets: { DATABASE_URL: PARAMETER, SESSION: `${SECRET}:current::` } });
    expect(containerSecrets(web)).toEqual([
      { name: "DATABASE_URL", valueFrom: PARAMETER },
      { name: "SESSION", valueFrom: `${SECRET}:current::` },
    ]);
  });

  test("are all that may be read: each by its ARN, a secret once whatever is read of it", () => {
    const web = resolvedService({
      secrets: { URL: PARAMETER, CURRENT: `${SECRET}:current::`, PREVIOUS: `${SECRET}:previous::` },
    });
    expect(secretStatements(web)).toEqual([
      { Sid: "ReadParameters", Action: "ssm:GetParameters", Resource: [PARAMETER] },
      { Sid: "ReadSecrets", Action: "secretsmanager:GetSecretValue", Resource: [SECRET] },
    ]);
  });

  test("open their keys by way of the services that keep them, each for what it keeps of the service's", () => {
    const opens = (secrets: { [name: string]: string }) =>
      secretStatements(resolvedService({ secrets, secretsKeyArns: [KEY] })).filter(
        ({ Action }) => Action === "kms:Decrypt",
      );
    const ofParameters = {
      Sid: "DecryptParameters",
      Action: "kms:Decrypt",
      Resource: [KEY],
      Condition: {
        StringEquals: {
          "kms:ViaService": ["ssm.us-east-1.amazonaws.com"],
          "kms:EncryptionContext:PARAMETER_ARN": [PARAMETER],
        },
      },
    };
    expect(opens({ URL: PARAMETER })).toEqual([ofParameters]);
    expect(opens({ URL: PARAMETER, SESSION: `${SECRET}:current::` })).toEqual([
      ofParameters,
      {
        Sid: "DecryptSecrets",
        Action: "kms:Decrypt",
        Resource: [KEY],
        Condition: {
          StringEquals: {
            "kms:ViaService": ["secretsmanager.us-east-1.amazonaws.com"],
            "kms:EncryptionContext:SecretARN": [SECRET],
          },
        },
      },
    ]);
  });

  test("ask for nothing where there are none", () => {
    expect(secretStatements(resolvedService())).toEqual([]);
  });
});
