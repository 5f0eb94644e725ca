import { readFileSync } from "node:fs";
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";

/** How an account is reached, as AWS's SDK takes it. Every command that is sent is a list or a description. */
export interface Access {
  readonly region: string;
  /** @default - AWS's own, by service and region */
  readonly endpoint?: string;
  /** @default - what the SDK finds: variables, a profile, the machine's role */
  readonly credentials?: Keys | (() => Promise<Keys>);
}

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface RoleProps {
  readonly region: string;
  readonly roleArn: string;
  readonly sessionName: string;
  /** File with a pipeline's token. @default - the role is taken by the credentials that the SDK finds */
  readonly webIdentityTokenFile?: string;
}

/** Access as a role, taken when the first command is sent. */
export function accessAs({ region, roleArn, sessionName, webIdentityTokenFile }: RoleProps): Access {
  const take = async (): Promise<Keys> => {
    const sts = new STSClient({ region });
    const who = { RoleArn: roleArn, RoleSessionName: sessionName };
    const { Credentials } =
      webIdentityTokenFile === undefined
        ? await sts.send(new AssumeRoleCommand(who))
        : await sts.send(
            new AssumeRoleWithWebIdentityCommand({
              ...who,
              WebIdentityToken: readFileSync(webIdentityTokenFile, "utf8").trim(),
            }),
          );
    return {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken,
      expiration: Credentials?.Expiration,
    };
  };
  return { region, credentials: take };
}
