import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestSandbox } from "../../../support/sandbox";
import { type Deployed, deployedIn } from "./deployed";

/** Which locks hold a state. */
export type Locks = "table" | "native" | "both";

/** As the platform's stacks require it. */
export const PROVIDER_VERSION = "5.100.0";

/** Calls about a small stack's resources, as faults name them; the state's own aren't among them. */
export const RESOURCES = "^(ec2|sns|logs):";

const BUCKET = "small-state";
const TABLE = "small-locks";
const stateOf = (name: string) => `${BUCKET}/${name}/terraform.tfstate`;

/** Makes, by hand, where states of small stacks lie: a bucket that keeps versions, and a lock table. */
export async function makeStateStore({ aws }: TestSandbox): Promise<void> {
  await aws.rest("s3", "PUT", `/${BUCKET}`);
  const versions = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
  await aws.rest("s3", "PUT", `/${BUCKET}?versioning`, versions);
  await aws.call("dynamodb", "CreateTable", {
    TableName: TABLE,
    AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  });
}

/**
 * A dozen resources under a state of their own, initialized: some that AWS tells apart by name, some that it makes anew at
 * each call. Their addresses stand in the tag `Name`.
 * @param name of the state, and in the names of all resources
 */
export async function smallStack(name: string, locks: Locks, { endpoint, env }: TestSandbox): Promise<Deployed> {
  const directory = mkdtempSync(join(tmpdir(), "ballast-small-"));
  const access = {
    region: "us-east-1",
    access_key: "dummy",
    secret_key: "dummy",
    skip_credentials_validation: true,
    skip_requesting_account_id: true,
    skip_metadata_api_check: true,
  };
  const endpoints = Object.fromEntries(
    ["ec2", "logs", "s3", "sns", "sts", "dynamodb", "iam"].map((s) => [s, endpoint]),
  );
  const { ec2: _ec2, logs: _logs, sns: _sns, ...ofBackend } = endpoints;
  const tags = (address: string) => ({ Name: address, Stack: name });
  const numbered = (count: number, type: string, make: (index: number) => object) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`r${index}`, { ...make(index), tags: tags(`${type}.r${index}`) }]),
    );
  writeFileSync(
    join(directory, "cdk.tf.json"),
    JSON.stringify({
      terraform: {
        required_providers: { aws: { source: "hashicorp/aws", version: PROVIDER_VERSION } },
        backend: {
          s3: {
            ...access,
            bucket: BUCKET,
            key: `${name}/terraform.tfstate`,
            skip_region_validation: true,
            use_path_style: true,
            endpoints: ofBackend,
            ...(locks === "native" ? {} : { dynamodb_table: TABLE }),
            ...(locks === "table" ? {} : { use_lockfile: true }),
          },
        },
      },
      provider: { aws: [{ ...access, s3_use_path_style: true, endpoints: [endpoints] }] },
      resource: {
        aws_sns_topic: numbered(4, "aws_sns_topic", (index) => ({ name: `${name}-${index}` })),
        aws_cloudwatch_log_group: numbered(4, "aws_cloudwatch_log_group", (index) => ({ name: `/${name}/${index}` })),
        aws_vpc: numbered(1, "aws_vpc", () => ({ cidr_block: "10.99.0.0/16" })),
        aws_subnet: numbered(3, "aws_subnet", (index) => ({
          vpc_id: "${aws_vpc.r0.id}",
          cidr_block: `10.99.${index}.0/24`,
        })),
      },
    }),
  );
  const stack = deployedIn(directory, env);
  const { exitCode, output } = await stack.terraform("init", "-input=false", "-no-color");
  if (exitCode !== 0) throw new Error(output);
  return stack;
}

/** Which locks are held on a stack's state. */
export async function locksOn(name: string, { aws }: TestSandbox): Promise<readonly Exclude<Locks, "both">[]> {
  const { Item } = await aws.call("dynamodb", "GetItem", { TableName: TABLE, Key: { LockID: { S: stateOf(name) } } });
  const listed = await aws.rest("s3", "GET", `/${BUCKET}?list-type=2&prefix=${name}/`);
  return [
    ...(Item === undefined ? [] : ["table" as const]),
    ...(listed.includes(".tflock") ? ["native" as const] : []),
  ];
}

/** Deletes both locks by hand. */
export async function removeLocks(name: string, { aws }: TestSandbox): Promise<void> {
  await aws.call("dynamodb", "DeleteItem", { TableName: TABLE, Key: { LockID: { S: stateOf(name) } } });
  await aws.rest("s3", "DELETE", `/${stateOf(name)}.tflock`);
}

/** Writes by hand which checksum the lock table has of a state. */
export async function setChecksum(name: string, checksum: string, { aws }: TestSandbox): Promise<void> {
  const Item = { LockID: { S: `${stateOf(name)}-md5` }, Digest: { S: checksum } };
  await aws.call("dynamodb", "PutItem", { TableName: TABLE, Item });
}

/** What AWS has of a stack: the id to import it by, and its address, once for each that is there. */
export async function inAws(
  name: string,
  { aws }: TestSandbox,
): Promise<readonly (readonly [address: string, id: string])[]> {
  const { member: _member, Topics = [] } = await aws.call("sns", "ListTopics");
  const { logGroups } = await aws.call("logs", "DescribeLogGroups", { logGroupNamePrefix: `/${name}/` });
  const text = JSON.stringify(Topics);
  const topics = [...text.matchAll(new RegExp(`arn:aws:sns:[^"]*:${name}-(\\d)`, "g"))];
  const tagged = async (type: string, operation: string, id: string, list: string) => {
    const found = await aws.call("ec2", operation);
    const all: readonly { readonly [key: string]: unknown }[] = Array.isArray(found[list]) ? found[list] : [];
    return all.flatMap((one) => {
      const text = JSON.stringify(one.tagSet ?? "");
      if (!text.includes(`"${name}"`)) return [];
      const address = new RegExp(`${type}\\.r\\d`).exec(text)?.[0];
      return address === undefined ? [] : [[address, String(one[id])] as const];
    });
  };
  return [
    ...topics.map(([arn, index]) => [`aws_sns_topic.r${index}`, arn] as const),
    ...logGroups.map(
      ({ logGroupName }: { logGroupName: string }) =>
        [`aws_cloudwatch_log_group.r${logGroupName.split("/").at(-1)}`, logGroupName] as const,
    ),
    ...(await tagged("aws_vpc", "DescribeVpcs", "vpcId", "vpcSet")),
    ...(await tagged("aws_subnet", "DescribeSubnets", "subnetId", "subnetSet")),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether the state and AWS agree: as many of each address in one as in the other. @throws Error which differ */
export async function agree(name: string, stack: Deployed, sandbox: TestSandbox): Promise<void> {
  const { addresses } = await stack.state();
  const there = (await inAws(name, sandbox)).map(([address]) => address);
  if (JSON.stringify(there) !== JSON.stringify(addresses)) {
    throw new Error(`in AWS: ${there.join(", ")}; in the state: ${addresses.join(", ")}`);
  }
}

/** Deletes by hand what a lost answer left in AWS twice: what has an address of the state's, and not its id. */
export async function deleteDoubles(name: string, stack: Deployed, sandbox: TestSandbox): Promise<readonly string[]> {
  const { of, addresses } = await stack.state();
  const doubles = (await inAws(name, sandbox)).filter(
    ([address, id]) => addresses.includes(address) && of(address) !== id,
  );
  for (const [address, id] of doubles) {
    if (!address.startsWith("aws_vpc.")) throw new Error(`${address} is there twice: ${id}`);
    await sandbox.aws.call("ec2", "DeleteVpc", { VpcId: id });
  }
  return doubles.map(([address]) => address);
}
