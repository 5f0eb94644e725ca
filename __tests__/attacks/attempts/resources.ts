import type { Account } from "../../support/iam/account";
import { CLOSED, condition, denied, NOT_TRUSTED } from "../../support/iam/protection";
import { ADMINISTRATOR, ANYBODY, EVERYTHING, role, STRANGER, service } from "../../support/iam/request";
import { type Attempt, ELSEWHERE, HERE, REGION } from "./attempt";

const STATE_POLICY = "aws_s3_bucket_policy.state";
const KEY = "aws_kms_key.key";
const STATE_KEY = "aws_kms_key.state";
const TOPIC_POLICY = "aws_sns_topic_policy.notifications";

/** What nobody must do with keys, buckets, the topic and the endpoints: an administrator of the account included. */
export function resourceAttempts(account: Account): readonly Attempt[] {
  return [
    ...keyAttempts(account),
    ...bucketAttempts(account),
    ...topicAttempts(account),
    ...queueAttempts(account),
    ...endpointAttempts(),
  ];
}

function keyAttempts(account: Account): readonly Attempt[] {
  const [key, stateKey] = [KEY, STATE_KEY].map((address) => String(account.at(address).arn)) as [string, string];
  const topic = "kms:EncryptionContext:aws:sns:topicArn";
  const group = "kms:EncryptionContext:aws:logs:arn";
  const logs = service(`logs.${REGION}.amazonaws.com`);
  const notTrusted = { because: [NOT_TRUSTED] };
  return [
    { what: "another account decrypts logs", by: STRANGER, does: "kms:Decrypt", on: key, ...notTrusted },
    { what: "another account decrypts the state", by: STRANGER, does: "kms:Decrypt", on: stateKey, ...notTrusted },
    { what: "a container decrypts volumes", by: role("web_task"), does: "kms:Decrypt", on: key, ...notTrusted },
    { what: "an administrator hands the key on", by: ADMINISTRATOR, does: "kms:CreateGrant", on: key, ...notTrusted },
    {
      what: "an administrator decrypts a stolen copy of the state, past S3",
      by: ADMINISTRATOR,
      does: "kms:Decrypt",
      on: stateKey,
      because: [condition(STATE_KEY, "StateAndLocks", "kms:ViaService")],
    },
    {
      what: "an administrator decrypts a snapshot of a volume",
      by: ADMINISTRATOR,
      does: "kms:Decrypt",
      on: key,
      context: { "kms:ViaService": `ec2.${REGION}.amazonaws.com` },
      ...notTrusted,
    },
    {
      what: "an administrator hands the state's key to somebody",
      by: ADMINISTRATOR,
      does: "kms:CreateGrant",
      on: stateKey,
      context: { "kms:ViaService": `dynamodb.${REGION}.amazonaws.com`, "kms:GrantIsForAWSResource": "false" },
      because: [condition(STATE_KEY, "LockTableGrants", "kms:GrantIsForAWSResource")],
    },
    {
      what: "somebody follows a session into another cluster with this key",
      by: ADMINISTRATOR,
      does: "kms:Decrypt",
      on: key,
      context: { "kms:EncryptionContext:aws:ssm:TargetId": "ecs:staging_0123456789abcdef_0123456789abcdef-1" },
      because: [condition(KEY, "ExecSessions", "kms:EncryptionContext:aws:ssm:TargetId")],
    },
    {
      what: "CloudWatch Logs uses the key for another environment's logs",
      by: logs,
      does: "kms:Decrypt",
      on: key,
      context: { [group]: `arn:aws:logs:${HERE}:log-group:/staging/web` },
      because: [condition(KEY, "LogGroups", group)],
    },
    {
      what: "CloudWatch Logs uses the key for another account's logs",
      by: logs,
      does: "kms:Decrypt",
      on: key,
      context: { [group]: `arn:aws:logs:${ELSEWHERE}:log-group:/production/web` },
      because: [condition(KEY, "LogGroups", group)],
    },
    {
      what: "CloudWatch Logs of another region uses the key",
      by: service("logs.eu-west-1.amazonaws.com"),
      does: "kms:Decrypt",
      on: key,
      context: { [group]: `arn:aws:logs:${HERE}:log-group:/production/web` },
      ...notTrusted,
    },
    {
      what: "another account's alarm uses the key",
      by: service("cloudwatch.amazonaws.com"),
      does: "kms:GenerateDataKey",
      on: key,
      context: { [topic]: String(account.at("aws_sns_topic.notifications").arn), "aws:SourceAccount": "111111111111" },
      because: [condition(KEY, "Alarms", "aws:SourceAccount")],
    },
    {
      what: "EventBridge uses the key for another topic",
      by: service("events.amazonaws.com"),
      does: "kms:GenerateDataKey",
      on: key,
      context: { [topic]: `arn:aws:sns:${HERE}:staging-notifications` },
      because: [condition(KEY, "EventRules", topic)],
    },
  ];
}

function bucketAttempts(account: Account): readonly Attempt[] {
  const bucket = (name: string) => String(account.at(`aws_s3_bucket.${name}`).arn);
  const state = `${bucket("state")}/production-platform`;
  const put = { by: ADMINISTRATOR, does: "s3:PutObject", on: state };
  const encryption = "s3:x-amz-server-side-encryption";
  const keyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";
  const plain = { "aws:SecureTransport": "false" };
  const otherAccounts = [denied(STATE_POLICY, "DenyOtherAccounts"), NOT_TRUSTED, CLOSED];
  return [
    {
      what: "an AES256 put to the state bucket",
      ...put,
      context: { [encryption]: "AES256" },
      because: [denied(STATE_POLICY, "DenyOtherEncryption"), denied(STATE_POLICY, "DenyOtherKeys")],
    },
    {
      what: "a put of the state under another environment's key",
      ...put,
      context: {
        [encryption]: "aws:kms",
        [keyId]: `arn:aws:kms:${HERE}:key/11111111-1111-4111-8111-111111111111`,
      },
      because: [denied(STATE_POLICY, "DenyOtherKeys")],
    },
    {
      what: "a put of the state under AWS's own key",
      ...put,
      context: { [encryption]: "aws:kms" },
      because: [denied(STATE_POLICY, "DenyOtherKeys")],
    },
    {
      what: "a put of the state under a key that only its writer has",
      ...put,
      context: { "s3:x-amz-server-side-encryption-customer-algorithm": "AES256" },
      because: [denied(STATE_POLICY, "DenyCustomerKeys")],
    },
    {
      what: "the state over plain HTTP",
      by: ADMINISTRATOR,
      does: "s3:GetObject",
      on: state,
      context: plain,
      because: [denied(STATE_POLICY, "DenyPlainHttp")],
    },
    {
      what: "the state bucket's list over plain HTTP",
      by: ADMINISTRATOR,
      does: "s3:ListBucket",
      on: bucket("state"),
      context: plain,
      because: [denied(STATE_POLICY, "DenyPlainHttp")],
    },
    ...["access_logs", "state_access_logs"].map((name) => ({
      what: `${name} over plain HTTP`,
      by: ADMINISTRATOR,
      does: "s3:GetObject",
      on: `${bucket(name)}/a`,
      context: plain,
      because: [denied(`aws_s3_bucket_policy.${name}`, "DenyPlainHttp")],
    })),
    { what: "another account reads the state", by: STRANGER, does: "s3:GetObject", on: state, because: otherAccounts },
    { what: "another account writes the state", by: STRANGER, does: "s3:PutObject", on: state, because: otherAccounts },
    {
      what: "another account lists the states",
      by: STRANGER,
      does: "s3:ListBucket",
      on: bucket("state"),
      because: otherAccounts,
    },
    { what: "anybody reads the state", by: ANYBODY, does: "s3:GetObject", on: state, because: otherAccounts },
    {
      what: "anybody reads the access logs",
      by: ANYBODY,
      does: "s3:GetObject",
      on: `${bucket("access_logs")}/a`,
      because: [NOT_TRUSTED, CLOSED],
    },
    {
      what: "another account deletes access logs",
      by: STRANGER,
      does: "s3:DeleteObject",
      on: `${bucket("access_logs")}/a`,
      because: [NOT_TRUSTED, CLOSED],
    },
    {
      what: "the load balancers' log delivery writes under another account's path",
      by: service("logdelivery.elasticloadbalancing.amazonaws.com"),
      does: "s3:PutObject",
      on: `${bucket("access_logs")}/AWSLogs/111111111111/a`,
      because: [NOT_TRUSTED],
    },
    {
      what: "another account's bucket logs to the state's access logs",
      by: service("logging.s3.amazonaws.com"),
      does: "s3:PutObject",
      on: `${bucket("state_access_logs")}/state/a`,
      context: { "aws:SourceAccount": "111111111111", "aws:SourceArn": "arn:aws:s3:::other" },
      because: ["aws:SourceAccount", "aws:SourceArn"].map((key) =>
        condition("aws_s3_bucket_policy.state_access_logs", "StateBucketLogs", key),
      ),
    },
    {
      what: "another bucket of the account drowns the state's access logs",
      by: service("logging.s3.amazonaws.com"),
      does: "s3:PutObject",
      on: `${bucket("state_access_logs")}/state/a`,
      context: { "aws:SourceAccount": "000000000000", "aws:SourceArn": "arn:aws:s3:::other" },
      because: [condition("aws_s3_bucket_policy.state_access_logs", "StateBucketLogs", "aws:SourceArn")],
    },
  ];
}

function topicAttempts(account: Account): readonly Attempt[] {
  const publish = { does: "sns:Publish", on: String(account.at("aws_sns_topic.notifications").arn) };
  const source = (statement: string, ...keys: readonly string[]) =>
    keys.map((key) => condition(TOPIC_POLICY, statement, key));
  return [
    { what: "another account publishes", by: STRANGER, ...publish, because: [NOT_TRUSTED] },
    {
      what: "somebody publishes over plain HTTP",
      by: ADMINISTRATOR,
      ...publish,
      context: { "aws:SecureTransport": "false" },
      because: [denied(TOPIC_POLICY, "DenyPlainHttp")],
    },
    {
      what: "another account's alarm pages",
      by: service("cloudwatch.amazonaws.com"),
      ...publish,
      context: { "aws:SourceAccount": "111111111111", "aws:SourceArn": `arn:aws:cloudwatch:${ELSEWHERE}:alarm:any` },
      because: source("Alarms", "aws:SourceAccount", "aws:SourceArn"),
    },
    {
      what: "another environment's alarm pages",
      by: service("cloudwatch.amazonaws.com"),
      ...publish,
      context: { "aws:SourceAccount": "000000000000", "aws:SourceArn": `arn:aws:cloudwatch:${HERE}:alarm:staging-a` },
      because: source("Alarms", "aws:SourceArn"),
    },
    {
      what: "another environment's rule publishes",
      by: service("events.amazonaws.com"),
      ...publish,
      context: { "aws:SourceArn": `arn:aws:events:${HERE}:rule/staging-task-failed` },
      because: source("EventRules", "aws:SourceArn"),
    },
  ];
}

function queueAttempts(account: Account): readonly Attempt[] {
  const send = { does: "sqs:SendMessage", on: String(account.at("aws_sqs_queue.undelivered_events").arn) };
  const POLICY = "aws_sqs_queue_policy.undelivered_events";
  return [
    { what: "another account fills the queue of undelivered events", by: STRANGER, ...send, because: [NOT_TRUSTED] },
    {
      what: "another account's rule fills the queue of undelivered events",
      by: service("events.amazonaws.com"),
      ...send,
      context: { "aws:SourceAccount": "111111111111", "aws:SourceArn": `arn:aws:events:${ELSEWHERE}:rule/any` },
      because: ["aws:SourceAccount", "aws:SourceArn"].map((key) => condition(POLICY, "RulesOfThisEnvironment", key)),
    },
    {
      what: "the queue of undelivered events is read over plain HTTP",
      by: ADMINISTRATOR,
      does: "sqs:ReceiveMessage",
      on: send.on,
      context: { "aws:SecureTransport": "false" },
      because: [denied(POLICY, "TlsOnly")],
    },
  ];
}

/** Data carried out through the endpoints, past every rule about the internet. */
function endpointAttempts(): readonly Attempt[] {
  const S3 = "aws_vpc_endpoint.endpoint_s3";
  const admitsAnybody = {
    guardedBy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" }],
    },
  } as const;
  return [
    {
      what: "an intruder carries data out to a bucket of another account, with that account's credentials",
      by: STRANGER,
      does: "s3:PutObject",
      on: "arn:aws:s3:::loot/a",
      through: S3,
      ...admitsAnybody,
      because: ["aws:PrincipalAccount", "aws:ResourceAccount"].map((key) => condition(S3, "OwnBuckets", key)),
    },
    {
      what: "an intruder carries data out to a bucket of another account, with our credentials",
      by: { kind: "principal", arn: "arn:aws:sts::000000000000:assumed-role/any/session", policies: [EVERYTHING] },
      does: "s3:PutObject",
      on: "arn:aws:s3:::loot/a",
      through: S3,
      ...admitsAnybody,
      because: [condition(S3, "OwnBuckets", "aws:ResourceAccount")],
    },
    ...[
      { endpoint: "ssm", does: "ssm:PutParameter", on: `arn:aws:ssm:${ELSEWHERE}:parameter/loot` },
      {
        endpoint: "secretsmanager",
        does: "secretsmanager:PutSecretValue",
        on: `arn:aws:secretsmanager:${ELSEWHERE}:secret:loot-AbCdEf`,
      },
      { endpoint: "logs", does: "logs:PutLogEvents", on: `arn:aws:logs:${ELSEWHERE}:log-group:loot:log-stream:a` },
    ].map(({ endpoint, does, on }) => ({
      what: `an intruder carries data out by ${does}, with another account's credentials`,
      by: STRANGER,
      does,
      on,
      through: `aws_vpc_endpoint.endpoint_${endpoint}`,
      guardedBy: EVERYTHING,
      because: [condition(`aws_vpc_endpoint.endpoint_${endpoint}`, "1", "aws:PrincipalAccount")],
    })),
  ];
}
