import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  GetRoleCommand,
  GetUserCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
  ListRolesCommand,
} from "@aws-sdk/client-iam";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { once, unlessMissing } from "../../aws/answers";
import type { Connection } from "../../aws/connection";
import type { Account, Identity } from "../account";
import { hostedZones } from "./hosted-zones";
import { images } from "./images";
import { names } from "./names";
import { network } from "./network";
import { secrets } from "./secrets";
import { state } from "./state";
import { usageOf } from "./usage";

/** An account as AWS's SDK sees it. Reads only; of the usage, what `environment` itself has is left out. */
export function accountAt(connection: Connection, environment: string): Account {
  const iam = new IAMClient(connection);
  const serviceQuotas = new ServiceQuotasClient(connection);
  const kms = new KMSClient(connection);
  const dynamo = new DynamoDBClient(connection);
  return {
    identity: once(() => identityAt(connection)),
    hasRole: async (RoleName) =>
      (await unlessMissing(iam.send(new GetRoleCommand({ RoleName })), "NoSuchEntityException")) !== undefined,
    // By the path, which names the service; the role's name follows no rule.
    hasServiceLinkedRole: async (service) => {
      const asked = new ListRolesCommand({ PathPrefix: `/aws-service-role/${service}/` });
      const { Roles = [] } = await iam.send(asked);
      return Roles.length > 0;
    },
    hasUser: async (UserName) =>
      (await unlessMissing(iam.send(new GetUserCommand({ UserName })), "NoSuchEntityException")) !== undefined,
    openIdProviders: async () => {
      const { OpenIDConnectProviderList = [] } = await iam.send(new ListOpenIDConnectProvidersCommand({}));
      return OpenIDConnectProviderList.map(({ Arn = "" }) => Arn.replace(/^.*:oidc-provider\//, ""));
    },
    quota: async (ServiceCode, QuotaCode) => {
      const asked = { ServiceCode, QuotaCode };
      // One that was never changed has no value of the account's own.
      const own = await unlessMissing(serviceQuotas.send(new GetServiceQuotaCommand(asked)), "NoSuchResourceException");
      const { Quota } = own ?? (await serviceQuotas.send(new GetAWSDefaultServiceQuotaCommand(asked)));
      return Quota?.Value ?? 0;
    },
    usage: usageOf(connection, environment),
    keyState: async (KeyId) =>
      (await unlessMissing(kms.send(new DescribeKeyCommand({ KeyId })), "NotFoundException"))?.KeyMetadata?.KeyState,
    hasTable: async (TableName) =>
      (await unlessMissing(dynamo.send(new DescribeTableCommand({ TableName })), "ResourceNotFoundException")) !==
      undefined,
    ...network(connection),
    ...secrets(connection),
    ...hostedZones(connection),
    ...images(connection),
    ...state(connection),
    isTaken: names(connection),
  };
}

/** Whom AWS takes the caller for. */
export async function identityAt(connection: Connection): Promise<Identity> {
  const { Account: accountId = "", Arn: arn = "" } = await new STSClient(connection).send(
    new GetCallerIdentityCommand({}),
  );
  return { accountId, arn };
}
