import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { platform } from "../support/platform";
import { addresses, environmentWith, type JsonObject, resource, statements } from "../support/stack";

const stack = platform();
const { capacity } = environmentWith();
const ACCOUNT = "us-east-1:000000000000";

test("the definition keeps to the States Language's schema", () => {
  const validator = join(__dirname, "../../node_modules/asl-validator/dist/src/validator.js");
  // It is an ES module, which jest's own modules can't import.
  const program = `import(process.argv[1]).then(async ({ default: validate }) => {
    const chunks = []; for await (const chunk of process.stdin) chunks.push(chunk);
    const validator = validate.default ?? validate;
    const errors = (text) => validator(JSON.parse(text)).errors.map((error) => error.message ?? error.Message ?? String(error));
    const text = Buffer.concat(chunks).toString();
    console.log(JSON.stringify([errors(text), errors(text.replace('"Type":"Wait"', '"Type":"Await"')).length]));
  })`;
  const { definition } = resource(stack, "aws_sfn_state_machine.spot_fallback");
  const output = execFileSync(process.execPath, ["--eval", program, validator], {
    input: String(definition),
    encoding: "utf8",
  });
  const [errors, errorsOfBroken] = JSON.parse(output);
  expect(errors).toEqual([]);
  expect(errorsOfBroken).toBeGreaterThan(0);
});

test("the definition has the environment's numbers, and knows its group by reference", () => {
  const text = String(resource(stack, "aws_sfn_state_machine.spot_fallback").definition);
  const { States } = JSON.parse(text) as { States: { [name: string]: JsonObject } };
  expect(States.Look).toMatchObject({
    Parameters: { AutoScalingGroupNames: ["${aws_autoscaling_group.capacity.id}"] },
  });
  expect(States.Wait).toMatchObject({ Seconds: 300 });
  expect(States.ToBound).toMatchObject({ Result: 100 });
  expect(States.TellRise).toMatchObject({ Parameters: { TopicArn: "${aws_sns_topic.notifications.arn}" } });
});

test("its role may change this one group, and read what it needs", () => {
  expect(statements(stack, "aws_iam_role_policy.spot_fallback")).toMatchObject([
    { Action: "autoscaling:UpdateAutoScalingGroup", Resource: "${aws_autoscaling_group.capacity.arn}" },
    { Action: ["autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeScalingActivities"], Resource: "*" },
    { Action: "states:ListExecutions", Resource: `arn:aws:states:${ACCOUNT}:stateMachine:production-spot-fallback-1` },
    { Action: "sns:Publish", Resource: "${aws_sns_topic.notifications.arn}" },
    { Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: "${aws_kms_key.key.arn}" },
    { Sid: "DeliverLog" },
  ]);
});

describe("what wakes it", () => {
  const rule = (id: string) => resource(stack, `aws_cloudwatch_event_rule.spot_fallback_${id}`);
  const pattern = (id: string) => JSON.parse(String(rule(id).event_pattern));

  test("is a launch of this group that failed", () => {
    expect(pattern("launch_failed")).toEqual({
      source: ["aws.autoscaling"],
      "detail-type": ["EC2 Instance Launch Unsuccessful"],
      detail: { AutoScalingGroupName: ["${aws_autoscaling_group.capacity.name}"] },
    });
  });

  test("is tasks that have waited ten minutes for an instance", () => {
    expect(resource(stack, "aws_cloudwatch_metric_alarm.spot_fallback_tasks_waiting")).toMatchObject({
      namespace: "AWS/ECS/ManagedScaling",
      metric_name: "CapacityProviderReservation",
      dimensions: {
        ClusterName: "${aws_ecs_cluster.cluster.name}",
        CapacityProviderName: "${aws_ecs_capacity_provider.capacity.name}",
      },
      period: 60,
      evaluation_periods: 10,
      comparison_operator: "GreaterThanThreshold",
      threshold: 100,
    });
    expect(pattern("tasks_waiting")).toEqual({
      source: ["aws.cloudwatch"],
      "detail-type": ["CloudWatch Alarm State Change"],
      resources: ["${aws_cloudwatch_metric_alarm.spot_fallback_tasks_waiting.arn}"],
      detail: { state: { value: ["ALARM"] } },
    });
  });

  test("is each day, on which it also rehearses", () => {
    expect(rule("daily")).toMatchObject({ schedule_expression: "cron(17 9 * * ? *)", state: "ENABLED" });
    const target = resource(stack, "aws_cloudwatch_event_target.spot_fallback_daily_target");
    expect(JSON.parse(String(target.input))).toMatchObject({ rehearsal: true });
  });
});

test("each generation of capacity has its own, with a role for its own group", () => {
  const both = platform({ capacity: { ...capacity, generations: [1, 2] } });
  expect(addresses(both, "aws_sfn_state_machine").filter((address) => address.includes("fallback"))).toEqual([
    "aws_sfn_state_machine.spot_fallback",
    "aws_sfn_state_machine.spot_fallback_2",
  ]);
  expect(statements(both, "aws_iam_role_policy.spot_fallback_2")[0]).toMatchObject({
    Resource: "${aws_autoscaling_group.capacity_2.arn}",
  });
});
