import type { Call } from "../protocol/call";
import { withText } from "./edit";
import type { Mend } from "./mend";

const bucketOf = ({ parameters }: Call): string => String(parameters.Bucket);

/** The emulator asks this policy whether a load balancer or S3 itself may write logs; it has no conditions. */
const isForLogs = ({ http }: Call): boolean => http.body.includes("logging.s3.amazonaws.com");

const policies = "bucket policy";
const lifecycles = "bucket lifecycle";

export const s3: readonly Mend[] = [
  {
    service: "s3",
    what: "applies a bucket's policy without looking at its conditions",
    why: '"deny what comes without TLS" would deny everything; so the policy is kept here, and given back as AWS does',
    on: {
      PutBucketPolicy: {
        answer: (call, { memory }) => {
          memory.of<string>(policies).set(bucketOf(call), call.http.body.toString());
          return isForLogs(call) ? undefined : { status: 204, headers: {}, body: Buffer.alloc(0) };
        },
      },
      GetBucketPolicy: {
        answer: (call, { memory }) => {
          const policy = memory.of<string>(policies).get(bucketOf(call));
          if (policy === undefined) return undefined;
          return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(policy) };
        },
      },
      DeleteBucketPolicy: {
        request: (call, { memory }) => {
          memory.of<string>(policies).delete(bucketOf(call));
          return call;
        },
      },
      DeleteBucket: {
        response: (call, answer, { memory }) => {
          memory.of<string>(policies).delete(bucketOf(call));
          memory.of<string>(lifecycles).delete(bucketOf(call));
          return answer;
        },
      },
    },
  },
  {
    service: "s3",
    what: "gives a lifecycle back without NewerNoncurrentVersions",
    why: "the provider waits until it reads what it has put; so what was put is given back",
    on: {
      PutBucketLifecycleConfiguration: {
        response: (call, answer, { memory }) => {
          memory.of<string>(lifecycles).set(bucketOf(call), call.http.body.toString());
          return answer;
        },
      },
      GetBucketLifecycleConfiguration: {
        response: (call, answer, { memory }) => {
          const put = memory.of<string>(lifecycles).get(bucketOf(call));
          return put === undefined ? answer : withText(answer, put);
        },
      },
      DeleteBucketLifecycle: {
        response: (call, answer, { memory }) => {
          memory.of<string>(lifecycles).delete(bucketOf(call));
          return answer;
        },
      },
    },
  },
];
