import type { Account } from "../../support/iam/account";
import { ADMINISTRATOR, role, service } from "../../support/iam/request";
import { HERE, REGION } from "../attempts/attempt";
import type { Call } from "./call";

const DEPLOY = "npx cdktf deploy production-platform";

/** What keys, buckets, the topic, the log groups and the endpoints must let through, each where a policy of theirs is asked. */
export function resourceCalls(account: Account): readonly Call[] {
  return [...keyCalls(account), ...deliveries(account), ...endpointCalls(account)];
}

function keyCalls(account: Account): readonly Call[] {
  const [key, stateKey] = ["aws_kms_key.key", "aws_kms_key.state"].map((address) => String(account.at(address).arn));
  const topic = { "kms:EncryptionContext:aws:sns:topicArn": String(account.at("aws_sns_topic.notifications").arn) };
  const autoScaling = {
    kind: "principal",
    arn: "arn:aws:sts::000000000000:assumed-role/AWSServiceRoleForAutoScaling_production/AutoScaling",
    policies: [],
  } as const;
  const group = `arn:aws:logs:${HERE}:log-group:/production/services/web`;
  const session = "ecs:production_0123456789abcdef_0123456789abcdef-1";
  const through = (name: string) => ({ "kms:ViaService": `${name}.${REGION}.amazonaws.com` });
  return [
    ...["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey"].map((does) => ({
      what: `CloudWatch Logs does ${does} for a service's log group`,
      by: service(`logs.${REGION}.amazonaws.com`),
      does,
      context: { "kms:EncryptionContext:aws:logs:arn": group },
      breaks: `${DEPLOY}: aws_cloudwatch_log_group.web is refused`,
    })),
    {
      what: "CloudWatch Logs encrypts Container Insights' log group",
      by: service(`logs.${REGION}.amazonaws.com`),
      does: "kms:GenerateDataKey",
      context: {
        "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${HERE}:log-group:/aws/ecs/containerinsights/production/performance`,
      },
      breaks: `${DEPLOY}: Container Insights' log group is refused`,
    },
    ...[
      "kms:Encrypt",
      "kms:Decrypt",
      "kms:ReEncryptFrom",
      "kms:ReEncryptTo",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:DescribeKey",
    ].map((does) => ({
      what: `Auto Scaling does ${does} for a root volume`,
      by: autoScaling,
      does,
      breaks: "an instance's launch: Client.InternalError",
    })),
    {
      what: "Auto Scaling grants EC2 the key of a root volume",
      by: autoScaling,
      does: "kms:CreateGrant",
      context: { "kms:GrantIsForAWSResource": "true" },
      breaks: "an instance's launch: Client.InternalError",
    },
    ...["kms:Decrypt", "kms:GenerateDataKey"].map((does) => ({
      what: `ECS Exec does ${does} for a session`,
      by: ADMINISTRATOR,
      does,
      context: { "kms:EncryptionContext:aws:ssm:TargetId": session },
      breaks: "aws ecs execute-command --cluster production",
    })),
    ...["kms:Decrypt", "kms:GenerateDataKey"].flatMap((does) => [
      {
        what: `an alarm does ${does} for a notification`,
        by: service("cloudwatch.amazonaws.com"),
        does,
        context: { ...topic, "aws:SourceAccount": "000000000000" },
        breaks: "an alarm's mail",
      },
      {
        what: `a rule does ${does} for a notification`,
        by: service("events.amazonaws.com"),
        does,
        context: topic,
        breaks: "an event's mail",
      },
      {
        what: `a publisher of the account does ${does} for a notification`,
        by: ADMINISTRATOR,
        does,
        context: { ...topic, ...through("sns") },
        breaks: "aws sns publish",
      },
    ]),
    ...["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"].map((does) => ({
      what: `the account's people do ${does}`,
      by: ADMINISTRATOR,
      does,
      breaks: "npx cdktf plan: aws_kms_key.key can't be refreshed",
    })),
    ...["kms:PutKeyPolicy", "kms:EnableKeyRotation", "kms:TagResource"].map((does) => ({
      what: `the account's people do ${does}`,
      by: ADMINISTRATOR,
      does,
      breaks: `${DEPLOY}: aws_kms_key.key can't be changed`,
    })),
  ]
    .map((call): Call => ({ on: String(key), ...call }))
    .concat(
      ["kms:Decrypt", "kms:GenerateDataKey"].flatMap((does) =>
        ["s3", "dynamodb"].map((name) => ({
          what: `${name} does ${does} for a person of the account who may use the state`,
          by: ADMINISTRATOR,
          does,
          on: String(stateKey),
          context: through(name),
          breaks: name === "s3" ? "terraform init: the state can't be read" : "npx cdktf plan: the lock can't be taken",
        })),
      ),
      {
        what: "the account's people look at the state's key",
        by: ADMINISTRATOR,
        does: "kms:DescribeKey",
        on: String(stateKey),
        breaks: "npx cdktf plan production-state",
      },
      {
        what: "DynamoDB keeps the state's key for the lock table",
        by: ADMINISTRATOR,
        does: "kms:CreateGrant",
        on: String(stateKey),
        context: { ...through("dynamodb"), "kms:GrantIsForAWSResource": "true" },
        breaks: "npm run bootstrap: aws_dynamodb_table.locks is refused",
      },
    );
}

/** What AWS's services write of the environment's, where the resource's policy alone lets them. */
function deliveries(account: Account): readonly Call[] {
  const arn = (address: string) => String(account.at(address).arn);
  const ours = { "aws:SourceAccount": "000000000000" };
  const topic = arn("aws_sns_topic.notifications");
  const events = `${arn("aws_cloudwatch_log_group.notifications_events")}:log-stream:a`;
  const rule = { "aws:SourceArn": `arn:aws:events:${HERE}:rule/production-task-failed` };
  return [
    {
      what: "the load balancer delivers its access logs",
      by: service("logdelivery.elasticloadbalancing.amazonaws.com"),
      does: "s3:PutObject",
      on: `${arn("aws_s3_bucket.access_logs")}/AWSLogs/000000000000/elasticloadbalancing/a.log.gz`,
      breaks: `${DEPLOY}: aws_lb.ingress is refused`,
    },
    {
      what: "the state bucket delivers its access logs",
      by: service("logging.s3.amazonaws.com"),
      does: "s3:PutObject",
      on: `${arn("aws_s3_bucket.state_access_logs")}/state/a`,
      context: { ...ours, "aws:SourceArn": arn("aws_s3_bucket.state") },
      breaks: "the record of who read the state",
    },
    {
      what: "an alarm publishes",
      by: service("cloudwatch.amazonaws.com"),
      does: "sns:Publish",
      on: topic,
      context: { ...ours, "aws:SourceArn": `arn:aws:cloudwatch:${HERE}:alarm:production-web-5xx` },
      breaks: "an alarm's mail",
    },
    {
      what: "a rule publishes",
      by: service("events.amazonaws.com"),
      does: "sns:Publish",
      on: topic,
      context: rule,
      breaks: "an event's mail",
    },
    {
      what: "a rule leaves an event that it couldn't deliver",
      by: service("events.amazonaws.com"),
      does: "sqs:SendMessage",
      on: arn("aws_sqs_queue.undelivered_events"),
      context: { ...ours, ...rule },
      breaks: "the record of automations that never started",
    },
    {
      what: "a rule opens a stream of the events' log",
      by: service("events.amazonaws.com"),
      does: "logs:CreateLogStream",
      on: events,
      breaks: "the record of events",
    },
    {
      what: "a rule writes an event to the log",
      by: service("events.amazonaws.com"),
      does: "logs:PutLogEvents",
      on: events,
      context: rule,
      breaks: "the record of events",
    },
  ];
}

function endpointCalls(account: Account): readonly Call[] {
  const through = (endpoint: string) => ({ through: `aws_vpc_endpoint.endpoint_${endpoint}` });
  const amazon = (what: string, bucket: string, breaks: string): Call => ({
    what,
    // By a signed link, as ECR gives it: by somebody of another account.
    by: {
      kind: "principal",
      arn: "arn:aws:sts::222222222222:assumed-role/aws/session",
      policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] }],
    },
    does: "s3:GetObject",
    on: `arn:aws:s3:::${bucket}/a`,
    ...through("s3"),
    guardedBy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `arn:aws:s3:::${bucket}/*` }],
    },
    breaks,
  });
  const web = account.role("aws_iam_role.web_execution").policies.map((policy) => account.document(policy).Statement);
  const resourceOf = (name: string) => [web.flat().find(({ Sid }) => Sid === name)?.Resource ?? ""].flat()[0] ?? "";
  return [
    amazon("a layer of an image comes from ECR's bucket", `prod-${REGION}-starport-layer-bucket`, "a task's start"),
    amazon("the ECS agent's update comes from AWS's bucket", `amazon-ecs-agent-${REGION}`, "the agent's update"),
    amazon("a package comes from Amazon Linux's bucket", `al2023-repos-${REGION}-de612dc2`, "dnf upgrade"),
    ...[
      { endpoint: "ssm", does: "ssm:GetParameters", on: resourceOf("ReadParameters") },
      { endpoint: "secretsmanager", does: "secretsmanager:GetSecretValue", on: resourceOf("ReadSecrets") },
      { endpoint: "ecr_api", does: "ecr:GetAuthorizationToken", on: "*" },
      { endpoint: "ecr_dkr", does: "ecr:BatchGetImage", on: resourceOf("PullImage") },
      { endpoint: "logs", does: "logs:PutLogEvents", on: resourceOf("WriteLogs").replace("*", "web/1") },
    ].map(({ endpoint, does, on }) => ({
      what: `web's agent does ${does} through the endpoint`,
      by: role("web_execution"),
      does,
      on,
      ...through(endpoint),
      breaks: "a task's start",
    })),
    {
      what: "a container reads a bucket of the account that its service's permissions name",
      by: ADMINISTRATOR,
      does: "s3:GetObject",
      on: `${account.at("aws_s3_bucket.access_logs").arn}/a`,
      ...through("s3"),
      breaks: "a service with permissions on a bucket",
    },
    {
      what: "a container's end of an ECS Exec session opens its key through the endpoint",
      by: ADMINISTRATOR,
      does: "kms:Decrypt",
      on: String(account.at("aws_kms_key.key").arn),
      context: { "kms:EncryptionContext:aws:ssm:TargetId": "ecs:production_0123456789abcdef_0123456789abcdef-1" },
      ...through("kms"),
      breaks: "aws ecs execute-command --cluster production",
    },
    {
      what: "an instance opens a session's channel through the endpoint",
      by: role("instance"),
      does: "ssmmessages:CreateDataChannel",
      on: "*",
      ...through("ssmmessages"),
      breaks: "aws ssm start-session",
    },
  ];
}
