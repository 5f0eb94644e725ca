import { GetBucketEncryptionCommand, GetObjectCommand, HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { unlessMissing } from "../../aws/answers";
import type { Connection } from "../../aws/connection";
import type { Account } from "../account";

/** What is read of a state: which resources it has, none of their values. */
const stateFile = z.object({
  resources: z.array(z.object({ mode: z.string(), type: z.string(), name: z.string() })),
});

/** Bucket and objects of Terraform's state. */
export function state(connection: Connection): Pick<Account, "bucket" | "stateAddresses"> {
  const client = new S3Client({ ...connection, forcePathStyle: connection.endpoint !== undefined });
  const cached = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  return {
    bucket: async (Bucket) => {
      const status = await bucketStatus(client, Bucket);
      if (status !== "there") return { status, key: undefined };
      const encryption = await unlessMissing(
        client.send(new GetBucketEncryptionCommand({ Bucket })),
        "ServerSideEncryptionConfigurationNotFoundError",
      );
      const rules = encryption?.ServerSideEncryptionConfiguration?.Rules ?? [];
      const [byDefault] = rules.map((rule) => rule.ApplyServerSideEncryptionByDefault);
      return { status, key: byDefault?.SSEAlgorithm?.startsWith("aws:kms") ? byDefault.KMSMasterKeyID : undefined };
    },
    stateAddresses: (Bucket, Key) => {
      const known = cached.get(`${Bucket}/${Key}`) ?? addressesIn(client, Bucket, Key);
      cached.set(`${Bucket}/${Key}`, known);
      return known;
    },
  };
}

/** Whether a bucket is there, and whose. */
export async function bucketStatus(client: S3Client, Bucket: string): Promise<"there" | "absent" | "forbidden"> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return "there";
  } catch (error) {
    // The answer to HEAD has no body that would name the error.
    const status = Object(Object(error).$metadata).httpStatusCode;
    if (status === 404) return "absent";
    if (status === 403 || status === 301) return "forbidden";
    throw error;
  }
}

async function addressesIn(client: S3Client, Bucket: string, Key: string): Promise<ReadonlySet<string> | undefined> {
  const answer = await unlessMissing(client.send(new GetObjectCommand({ Bucket, Key })), "NoSuchKey", "NoSuchBucket");
  if (answer?.Body === undefined) return undefined;
  const { resources } = stateFile.parse(JSON.parse(await answer.Body.transformToString()));
  return new Set(resources.filter(({ mode }) => mode === "managed").map(({ type, name }) => `${type}.${name}`));
}
