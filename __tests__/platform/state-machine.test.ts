import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { StateMachine, stateMachineArn } from "../../src/platform/state-machine";
import { definition } from "../../src/platform/states-language";
import { UndeliveredEvents } from "../../src/platform/undelivered-events";
import { addresses, environmentWith, resource, statements, synthesizeStack } from "../support/stack";

const environment = environmentWith();
const ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:production-keeper";
const stack = synthesizeStack((scope) => {
  const key = new KmsKey(scope, "key");
  new StateMachine(scope, "keeper", {
    environment,
    name: "keeper",
    description: "keeps things",
    key,
    definition: definition({ StartAt: "Done", States: { Done: { Type: "Succeed", Comment: key.arn } } }),
    statements: [{ Sid: "Own", Action: "sns:Publish", Resource: "arn:aws:sns:us-east-1:000000000000:topic" }],
    triggers: {
      event: { description: "Something happened", usefulForSeconds: 60, eventPattern: { source: ["aws.ec2"] } },
      daily: { description: "Once a day", usefulForSeconds: 3600, scheduleExpression: "rate(1 day)", input: { a: 1 } },
    },
    undelivered: new UndeliveredEvents(scope, "undelivered", { environment }),
  });
});

test("the machine is standard, keeps its references, and has the environment's name", () => {
  expect(stateMachineArn(environment, "keeper")).toBe(ARN);
  expect(resource(stack, "aws_sfn_state_machine.keeper")).toMatchObject({
    name: "production-keeper",
    type: "STANDARD",
    definition: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed","Comment":"${aws_kms_key.key.arn}"}}}',
    role_arn: "${aws_iam_role.keeper.arn}",
    tracing_configuration: { enabled: false },
  });
});

test("all that it does is in a log under the environment's key, which its role may open before it is made", () => {
  expect(resource(stack, "aws_cloudwatch_log_group.keeper")).toMatchObject({
    name: "/production/automation/keeper",
    kms_key_id: "${aws_kms_key.key.arn}",
  });
  expect(resource(stack, "aws_sfn_state_machine.keeper")).toMatchObject({
    logging_configuration: {
      level: "ALL",
      include_execution_data: true,
      log_destination: "${aws_cloudwatch_log_group.keeper.arn}:*",
    },
    depends_on: ["aws_iam_role_policy.keeper"],
  });
  expect(statements(stack, "aws_iam_role_policy.keeper")).toMatchObject([{ Sid: "Own" }, { Sid: "DeliverLog" }]);
});

test("its role is taken by this machine alone, and that of its rules by these rules", () => {
  expect(statements(stack, "aws_iam_role.keeper", "assume_role_policy")).toEqual([
    {
      Effect: "Allow",
      Principal: { Service: "states.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": "000000000000" }, ArnEquals: { "aws:SourceArn": ARN } },
    },
  ]);
  const rules = ["event", "daily"].map((id) => `arn:aws:events:us-east-1:000000000000:rule/production-keeper-${id}`);
  expect(statements(stack, "aws_iam_role.keeper_trigger", "assume_role_policy")).toMatchObject([
    {
      Principal: { Service: "events.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": "000000000000" }, ArnEquals: { "aws:SourceArn": rules } },
    },
  ]);
});

test("the rules' role may start this machine, and nothing else", () => {
  expect(statements(stack, "aws_iam_role_policy.keeper_trigger")).toEqual([
    {
      Sid: "StartTheMachine",
      Effect: "Allow",
      Action: "states:StartExecution",
      Resource: "${aws_sfn_state_machine.keeper.arn}",
    },
  ]);
});

test("each rule starts it, for as long as its event is worth it; then the event is kept", () => {
  expect(addresses(stack, "aws_cloudwatch_event_target")).toHaveLength(2);
  expect(resource(stack, "aws_cloudwatch_event_rule.keeper_event")).toMatchObject({
    name: "production-keeper-event",
    event_pattern: '{"source":["aws.ec2"]}',
    state: "ENABLED",
  });
  expect(resource(stack, "aws_cloudwatch_event_target.keeper_event_target")).toMatchObject({
    rule: "${aws_cloudwatch_event_rule.keeper_event.name}",
    arn: "${aws_sfn_state_machine.keeper.arn}",
    role_arn: "${aws_iam_role.keeper_trigger.arn}",
    retry_policy: { maximum_event_age_in_seconds: 60, maximum_retry_attempts: 185 },
    dead_letter_config: { arn: "${aws_sqs_queue.undelivered.arn}" },
  });
  expect(resource(stack, "aws_cloudwatch_event_target.keeper_event_target")).not.toHaveProperty("input");
  expect(resource(stack, "aws_cloudwatch_event_rule.keeper_daily")).toMatchObject({
    schedule_expression: "rate(1 day)",
  });
  expect(resource(stack, "aws_cloudwatch_event_target.keeper_daily_target")).toMatchObject({ input: '{"a":1}' });
});

test("only rules of this environment leave events in its queue, and only over TLS", () => {
  expect(statements(stack, "aws_sqs_queue_policy.undelivered")).toMatchObject([
    {
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Condition: {
        StringEquals: { "aws:SourceAccount": "000000000000" },
        ArnLike: { "aws:SourceArn": "arn:aws:events:us-east-1:000000000000:rule/production-*" },
      },
    },
    { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } },
  ]);
  expect(resource(stack, "aws_sqs_queue.undelivered")).toMatchObject({
    sqs_managed_sse_enabled: true,
    message_retention_seconds: 1_209_600,
  });
});
