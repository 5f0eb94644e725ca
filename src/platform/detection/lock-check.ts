import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { BackendConfig } from "../../environments/backend";
import type { Environment } from "../../environments/schema";
import { StateMachine } from "../state-machine";
import { definition, sdkCall } from "../states-language";
import type { UndeliveredEvents } from "../undelivered-events";
import type { AlarmRow } from "./alarm";

export interface LockCheckProps {
  readonly environment: Environment;
  readonly backend: BackendConfig;
  /** Key of the check's log. */
  readonly key: KmsKey;
  readonly undelivered: UndeliveredEvents;
}

const CHECK_MINUTES = 10;
const METRIC = "LocksHeld";

/**
 * Counts the locks that are held on the environment's states, every ten minutes, and publishes the number: AWS has no
 * metric of an item's age. Terraform writes `Info` into a lock's item alone; the state's checksum stands beside it.
 */
export class LockCheck extends Construct {
  constructor(scope: Construct, id: string, { environment, backend, key, undelivered }: LockCheckProps) {
    super(scope, id);
    const { name, region, accountId } = environment;
    new StateMachine(this, "StateMachine", {
      environment,
      name: "lock-check",
      description: "counts the locks on Terraform's state",
      key,
      definition: definition({
        // The key's id is known only at apply, as a definition must not wholly be.
        Comment: `Locks held on the states of ${name}; logged under ${key.keyId}`,
        StartAt: "Count",
        TimeoutSeconds: 300,
        States: {
          Count: {
            Type: "Task",
            Resource: sdkCall("dynamodb", "scan"),
            Parameters: {
              TableName: backend.dynamodb_table,
              ConsistentRead: true,
              Select: "COUNT",
              FilterExpression: "attribute_exists(Info)",
            },
            Retry: AGAIN,
            Next: "Publish",
          },
          Publish: {
            Type: "Task",
            Resource: sdkCall("cloudwatch", "putMetricData"),
            Parameters: {
              Namespace: metricNamespace(environment),
              MetricData: [{ MetricName: METRIC, Unit: "Count", "Value.$": "$.Count" }],
            },
            Retry: AGAIN,
            End: true,
          },
        },
      }),
      statements: [
        {
          Sid: "CountLocks",
          Action: "dynamodb:Scan",
          Resource: `arn:aws:dynamodb:${backend.region}:${accountId}:table/${backend.dynamodb_table}`,
        },
        {
          Sid: "ReadUnderTheTablesKey",
          Action: "kms:Decrypt",
          Resource: backend.kms_key_id,
          Condition: { StringEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } },
        },
        // IAM knows no resource for it, but the namespace.
        {
          Sid: "PublishTheNumber",
          Action: "cloudwatch:PutMetricData",
          Resource: "*",
          Condition: { StringEquals: { "cloudwatch:namespace": metricNamespace(environment) } },
        },
      ],
      triggers: {
        every: {
          description: `Every ${CHECK_MINUTES} minutes, to count the locks that are held on Terraform's state`,
          scheduleExpression: `rate(${CHECK_MINUTES} minutes)`,
          usefulForSeconds: 300,
        },
      },
      undelivered,
    });
  }
}

/** An apply that waits for a certificate or a destroy that waits for tasks takes well under an hour. */
export function stateLockHeld(environment: Environment): AlarmRow {
  return {
    name: "state-lock-held",
    sentence: "Terraform's state has been locked at every look for an hour: nobody can deploy.",
    runbook: "state-lock-held",
    metrics: {
      locks: { namespace: metricNamespace(environment), name: METRIC, dimensions: {}, statistic: "Maximum" },
    },
    rings: { above: 0 },
    periodSeconds: CHECK_MINUTES * 60,
    periods: 6,
    missing: { is: "missing", because: "a check that fails says so itself, by state-machine-failed" },
  };
}

/** Namespace of the metrics that the platform publishes itself. */
export function metricNamespace({ name }: Pick<Environment, "name">): string {
  return `Ballast/${name}`;
}

const AGAIN = [
  { ErrorEquals: ["States.ALL"], IntervalSeconds: 5, MaxAttempts: 4, BackoffRate: 2, JitterStrategy: "FULL" as const },
];
