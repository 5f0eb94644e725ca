import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { policyDocument } from "./policy";

export interface UndeliveredEventsProps {
  readonly environment: Environment;
}

/** Where EventBridge leaves what it couldn't deliver, so that an automation that never started isn't silent. */
export class UndeliveredEvents extends Construct {
  readonly queue: SqsQueue;

  constructor(scope: Construct, id: string, { environment }: UndeliveredEventsProps) {
    super(scope, id);
    const { name, region, accountId } = environment;
    this.queue = new SqsQueue(this, "Resource", {
      name: `${name}-undelivered-events`,
      // Names and numbers of AWS's own events, nothing secret: SQS's key does, which no policy of ours can lock.
      sqsManagedSseEnabled: true,
      // The longest there is: somebody must have read it by then.
      messageRetentionSeconds: 14 * 24 * 3600,
    });
    new SqsQueuePolicy(this, "Policy", {
      queueUrl: this.queue.url,
      policy: policyDocument([
        {
          Sid: "RulesOfThisEnvironment",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: this.queue.arn,
          Condition: {
            StringEquals: { "aws:SourceAccount": accountId },
            ArnLike: { "aws:SourceArn": `arn:aws:events:${region}:${accountId}:rule/${name}-*` },
          },
        },
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "sqs:*",
          Resource: this.queue.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
    });
  }
}
