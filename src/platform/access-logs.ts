import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { logExpiry, PrivateBucket } from "./private-bucket";

export interface AccessLogsProps {
  readonly environment: Environment;
}

/** Bucket of the load balancer's access logs, kept as long as the other logs. */
export class AccessLogs extends Construct {
  readonly bucket: S3Bucket;
  /** The load balancer must wait for it: creating one whose logs can't be written fails. */
  readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, { environment }: AccessLogsProps) {
    super(scope, id);
    const { name, region, accountId } = environment;
    const { bucket, policy } = new PrivateBucket(this, "Bucket", {
      environment,
      name: `${name}-access-logs-${accountId}-${region}`,
      expiry: logExpiry(environment),
      // No condition on the source: Elastic Load Balancing doesn't reliably send one, and creating the load balancer
      // then fails. The path is the boundary, since it writes each account's logs under that account's id.
      statements: ({ arn }) => [
        {
          Sid: "LoadBalancerLogs",
          Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `${arn}/AWSLogs/${accountId}/*`,
        },
      ],
    });
    this.bucket = bucket;
    this.policy = policy;
  }
}
