import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";

// The SDK's versions are pinned; that later ones will want a newer Node is nothing to tell an operator at each call.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

/** What every client of AWS's SDK needs to know. Spread it: `new EC2Client(connection)`. */
export interface Connection {
  readonly region: string;
  /** @default - AWS's own */
  readonly endpoint?: string;
  /** @default - those that the SDK finds: variables, profile, instance */
  readonly credentials?: Credentials;
  /** Attempts at a call before its error is believed. */
  readonly maxAttempts: number;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** AWS, by the credentials that the SDK finds. */
export function awsConnection(region: string): Connection {
  return { region, maxAttempts: 3 };
}

/** The emulated AWS of a sandbox, as its owner: no credentials of the user's go there. */
export function sandboxConnection(region: string, endpoint: string): Connection {
  return { region, endpoint, credentials: { accessKeyId: "dummy", secretAccessKey: "dummy" }, maxAttempts: 1 };
}

/** A role to take. */
export interface RoleToTake {
  readonly roleArn: string;
  readonly sessionName: string;
  /** Token of an OpenID Connect provider, by which it is taken. @default - it is taken by the connection's credentials */
  readonly webIdentityToken?: string;
}

/**
 * The same connection in a role's name, for an hour.
 * @throws what STS answers
 */
export async function inRole(connection: Connection, role: RoleToTake): Promise<Connection> {
  const client = new STSClient(connection);
  const taken = { RoleArn: role.roleArn, RoleSessionName: role.sessionName };
  const { Credentials } =
    role.webIdentityToken === undefined
      ? await client.send(new AssumeRoleCommand(taken))
      : await client.send(new AssumeRoleWithWebIdentityCommand({ ...taken, WebIdentityToken: role.webIdentityToken }));
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken } = Credentials ?? {};
  return {
    ...connection,
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
  };
}
