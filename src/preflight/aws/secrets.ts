import { DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { DescribeParametersCommand, SSMClient } from "@aws-sdk/client-ssm";
import { unlessMissing } from "../../aws/answers";
import type { Connection } from "../../aws/connection";
import type { Account } from "../account";

/** Parameters and secrets, each in its own region; described, never read. */
export function secrets(connection: Connection): Pick<Account, "parameter" | "secret"> {
  const inRegionOf = (arn: string): Connection => ({ ...connection, region: arn.split(":")[3] ?? connection.region });
  return {
    parameter: async (arn) => {
      const name = arn.replace(/^.*?:parameter/, "");
      const client = new SSMClient(inRegionOf(arn));
      // In the ARN every name begins with a slash; one without a path has none of its own.
      for (const candidate of name.lastIndexOf("/") === 0 ? [name.slice(1), name] : [name]) {
        const filter = { Key: "Name", Option: "Equals", Values: [candidate] };
        const { Parameters = [] } = await client.send(new DescribeParametersCommand({ ParameterFilters: [filter] }));
        const [found] = Parameters;
        if (found === undefined) continue;
        return { isEncrypted: found.Type === "SecureString", key: found.KeyId, isBeingDeleted: false };
      }
      return undefined;
    },
    secret: async (arn) => {
      const client = new SecretsManagerClient(inRegionOf(arn));
      const found = await unlessMissing(
        client.send(new DescribeSecretCommand({ SecretId: arn })),
        "ResourceNotFoundException",
      );
      if (found === undefined) return undefined;
      return { isEncrypted: true, key: found.KmsKeyId, isBeingDeleted: found.DeletedDate !== undefined };
    },
  };
}
