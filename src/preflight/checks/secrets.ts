import type { Environment } from "../../environments/schema";
import type { Account, SecretDescription } from "../account";
import { type Check, lastPartOf, problem, type Said } from "../check";

type Service = Environment["services"][number];

export const secrets: Check = {
  id: "secrets",
  title: "The parameters and secrets are there, under keys that the tasks may use",
  run: async ({ environment, account }) => {
    const perService = environment.services.map(async (service) => {
      const entries = Object.entries(service.secrets).map(async ([variable, arn]) => {
        const subject = `${service.name}.secrets.${variable}`;
        return about(subject, arn, service, await described(account, arn));
      });
      return (await Promise.all([...entries, keys(service, account)])).flat();
    });
    return (await Promise.all(perService)).flat();
  },
};

const isParameter = (arn: string): boolean => arn.split(":")[2] === "ssm";

/** The ARN of the secret alone: without the JSON key, stage and version that may follow. */
const bare = (arn: string): string => arn.split(":").slice(0, 7).join(":");

const described = (account: Account, arn: string) =>
  isParameter(arn) ? account.parameter(arn) : account.secret(bare(arn));

function about(subject: string, arn: string, service: Service, found: SecretDescription | undefined): readonly Said[] {
  const kind = isParameter(arn) ? "parameter" : "secret";
  if (found === undefined) {
    return [
      problem(
        subject,
        `there is no ${kind} ${bare(arn)}: no task of ${service.name} would start`,
        `Make the ${kind}, or correct the ARN`,
      ),
    ];
  }
  if (found.isBeingDeleted) {
    const fix = `aws secretsmanager restore-secret --secret-id ${bare(arn)}`;
    return [problem(subject, `${bare(arn)} is being deleted, and can't be read any more`, fix)];
  }
  if (!found.isEncrypted) {
    return [problem(subject, `${bare(arn)} is a plain String`, "Make it a SecureString: what it holds is a secret")];
  }
  return isReadable(found.key, service)
    ? []
    : [
        problem(
          subject,
          `is encrypted under ${found.key}, which isn't among secretsKeyArns: the execution role may not decrypt it`,
          `Name the key's ARN in secretsKeyArns of ${service.name}`,
        ),
      ];
}

/** AWS's own keys need no grant. */
function isReadable(key: string | undefined, { secretsKeyArns }: Service): boolean {
  if (key === undefined || /(^|:)alias\/aws\//.test(key)) return true;
  // An alias can stand for any of the named keys; which one, only KMS knows.
  if (key.includes("alias/")) return secretsKeyArns.length > 0;
  return secretsKeyArns.some((arn) => lastPartOf(arn) === lastPartOf(key));
}

async function keys({ name, secretsKeyArns }: Service, account: Account): Promise<readonly Said[]> {
  const states = await Promise.all(secretsKeyArns.map((arn) => account.keyState(arn)));
  return secretsKeyArns.flatMap((arn, index) => {
    const keyState = states[index];
    if (keyState === "Enabled") return [];
    return [
      problem(
        `${name}.secretsKeyArns[${index}]`,
        `${arn} ${keyState === undefined ? "isn't there" : `is ${keyState}`}`,
      ),
    ];
  });
}
