import type { HttpRequest, Parameters } from "./call";

/** Queries that name a side of a bucket, with the API's name for it. */
const SIDES: { readonly [query: string]: string } = {
  accelerate: "BucketAccelerateConfiguration",
  acl: "BucketAcl",
  cors: "BucketCors",
  encryption: "BucketEncryption",
  lifecycle: "BucketLifecycleConfiguration",
  location: "BucketLocation",
  logging: "BucketLogging",
  notification: "BucketNotificationConfiguration",
  "object-lock": "ObjectLockConfiguration",
  ownershipControls: "BucketOwnershipControls",
  policy: "BucketPolicy",
  policyStatus: "BucketPolicyStatus",
  publicAccessBlock: "PublicAccessBlock",
  replication: "BucketReplication",
  requestPayment: "BucketRequestPayment",
  tagging: "BucketTagging",
  versioning: "BucketVersioning",
  website: "BucketWebsite",
};

const VERBS: { readonly [method: string]: string } = { GET: "Get", HEAD: "Head", PUT: "Put", DELETE: "Delete" };

/** What an S3 request asks for, its bucket in the path: the operation by its name in the API, bucket, key and version. */
export function readS3({ method, url, headers }: HttpRequest): {
  readonly operation: string;
  readonly parameters: Parameters;
} {
  const { pathname, searchParams } = new URL(url, "http://s3");
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/.exec(pathname) ?? [];
  const parameters: Parameters = {
    ...(bucket === "" ? {} : { Bucket: decodeURIComponent(bucket) }),
    ...(key === "" ? {} : { Key: decodeURIComponent(key) }),
    ...(searchParams.has("versionId") ? { VersionId: searchParams.get("versionId") } : {}),
    ...(searchParams.has("prefix") ? { Prefix: searchParams.get("prefix") } : {}),
    ...(headers["if-none-match"] === undefined ? {} : { IfNoneMatch: headers["if-none-match"] }),
    ...(headers["x-amz-server-side-encryption-aws-kms-key-id"] === undefined
      ? {}
      : { SSEKMSKeyId: headers["x-amz-server-side-encryption-aws-kms-key-id"] }),
  };
  const verb = VERBS[method] ?? method;
  if (bucket === "") return { operation: "ListBuckets", parameters };
  const side = Object.keys(SIDES).find((query) => searchParams.has(query));
  if (key !== "") {
    if (searchParams.has("uploads")) return { operation: "CreateMultipartUpload", parameters };
    if (searchParams.has("uploadId")) {
      const operation = { PUT: "UploadPart", POST: "CompleteMultipartUpload", DELETE: "AbortMultipartUpload" }[method];
      return { operation: operation ?? "ListParts", parameters };
    }
    if (side === "tagging" || side === "acl") {
      return { operation: `${verb}Object${side === "acl" ? "Acl" : "Tagging"}`, parameters };
    }
    if (method === "PUT" && headers["x-amz-copy-source"] !== undefined) return { operation: "CopyObject", parameters };
    return { operation: `${verb}Object`, parameters };
  }
  if (side !== undefined) {
    // A lifecycle is put under one name, and taken away under another.
    if (side === "lifecycle" && method === "DELETE") return { operation: "DeleteBucketLifecycle", parameters };
    return { operation: `${verb}${SIDES[side]}`, parameters };
  }
  if (method === "POST" && searchParams.has("delete")) return { operation: "DeleteObjects", parameters };
  if (method === "GET") {
    if (searchParams.has("versions")) return { operation: "ListObjectVersions", parameters };
    if (searchParams.has("uploads")) return { operation: "ListMultipartUploads", parameters };
    return { operation: searchParams.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects", parameters };
  }
  return {
    operation: { PUT: "CreateBucket", HEAD: "HeadBucket", DELETE: "DeleteBucket" }[method] ?? method,
    parameters,
  };
}
