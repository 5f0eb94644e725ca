import type { Call, HttpAnswer } from "../protocol/call";
import { childText, elementsNamed, readXml } from "../protocol/xml";

/** Who makes a call. */
export interface Principal {
  /** ARN of the session, or of the user. */
  readonly arn: string;
  /** Name of the role, for a session of one. @default - it isn't a session of a role */
  readonly role?: string;
}

const OWNER: Principal = { arn: "arn:aws:iam::000000000000:user/sandbox" };
/** The identifiers that AWS gives to keys, users' and sessions'. Documents' examples end with EXAMPLE. */
const LOOKS_REAL = /^(AKIA|ASIA)[A-Z2-7]{16}$/;

/** Who holds which access key: those that the emulated STS and IAM have given out; any other text is the owner's. */
export class Principals {
  private readonly byKey = new Map<string, Principal>();

  /** Who holds a key, or `undefined` where it looks like a real account's. */
  holderOf(accessKey: string | undefined): Principal | undefined {
    const known = accessKey === undefined ? OWNER : this.byKey.get(accessKey);
    if (known !== undefined) return known;
    return LOOKS_REAL.test(accessKey ?? "") && !accessKey?.endsWith("EXAMPLE") ? undefined : OWNER;
  }

  /** Notes the key that an answer gives out. */
  note({ service, operation }: Call, answer: HttpAnswer): void {
    if (answer.status !== 200) return;
    if (service === "sts" && operation.startsWith("AssumeRole")) {
      const document = readXml(answer.body.toString());
      const [credentials] = elementsNamed(document, "Credentials");
      const [user] = elementsNamed(document, "AssumedRoleUser");
      const [key, arn] = [childText(credentials, "AccessKeyId"), childText(user, "Arn")];
      if (key && arn) this.byKey.set(key, { arn, role: /:assumed-role\/([^/]+)\//.exec(arn)?.[1] });
    }
    if (service === "iam" && operation === "CreateAccessKey") {
      const [made] = elementsNamed(readXml(answer.body.toString()), "AccessKey");
      const [key, name] = [childText(made, "AccessKeyId"), childText(made, "UserName")];
      if (key && name) this.byKey.set(key, { arn: `arn:aws:iam::000000000000:user/${name}` });
    }
  }
}
