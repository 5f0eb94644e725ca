import type { Call } from "../../src/sandbox/protocol/call";
import { Mended } from "../support/mended";

const REGION = "us-east-1:000000000000";
const MACHINE = `arn:aws:states:${REGION}:stateMachine:one`;
const ROLE = "arn:aws:iam::000000000000:role/one";
const TRIGGER = "arn:aws:iam::000000000000:role/trigger";
const QUEUE = `arn:aws:sqs:${REGION}:undelivered`;
const TOPIC = `arn:aws:sns:${REGION}:topic`;

const DEFINITION = {
  StartAt: "Wait",
  States: {
    Wait: { Type: "Wait", Seconds: 300, Next: "Look" },
    Look: {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:ecs:listContainerInstances",
      Parameters: { Cluster: "demo", "Filter.$": "States.Format('ec2InstanceId == {}', $.id)" },
      Next: "Tell",
    },
    Tell: {
      Type: "Task",
      Resource: "arn:aws:states:::sns:publish",
      Parameters: { TopicArn: TOPIC, "Message.$": "$.ContainerInstanceArns[0]" },
      End: true,
    },
  },
};

/** An account with one rule, its targets, and a cluster of two instances. */
function account(pattern: object, targets: readonly object[]): Mended {
  const instances = ["i-1", "i-2"].map((ec2InstanceId, index) => ({
    containerInstanceArn: `container-instance-${index}`,
    ec2InstanceId,
    status: index === 0 ? "DRAINING" : "ACTIVE",
  }));
  const answers: { readonly [operation: string]: object } = {
    ListRules: {
      Rules: [
        { Name: "off", State: "DISABLED", EventPattern: JSON.stringify(pattern) },
        { Name: "on", State: "ENABLED", EventPattern: JSON.stringify(pattern) },
        { Name: "by the clock", State: "ENABLED" },
      ],
      NextToken: null,
    },
    ListTargetsByRule: { Targets: targets },
    DescribeStateMachine: { definition: JSON.stringify(DEFINITION), roleArn: ROLE },
    ListContainerInstances: { containerInstanceArns: instances.map((one) => one.containerInstanceArn) },
    DescribeContainerInstances: { containerInstances: instances },
  };
  return new Mended(({ operation, protocol }: Call) =>
    protocol === "query" ? "<R><MessageId>1</MessageId></R>" : JSON.stringify(answers[operation] ?? {}),
  );
}

const put = (mended: Mended, entry: object = {}) =>
  mended.json("events", "PutEvents", {
    Entries: [{ Source: "aws.ec2", DetailType: "Warning", Detail: '{"instance":"i-2"}', ...entry }],
  });
const done = (mended: Mended, operation: string) => mended.asked.filter((call) => call.operation === operation);

describe("PutEvents", () => {
  const toMachine = {
    Id: "1",
    Arn: MACHINE,
    RoleArn: TRIGGER,
    InputTransformer: { InputPathsMap: { id: "$.detail.instance" }, InputTemplate: '{"id": <id>}' },
    DeadLetterConfig: { Arn: QUEUE },
  };

  test("starts the execution of a rule that matches, with the target's input and in its role; it calls as the machine's", async () => {
    const mended = account({ source: ["aws.ec2"], detail: { instance: [{ prefix: "i-" }] } }, [toMachine]);
    expect(await put(mended)).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
    expect(mended.roles).toEqual([TRIGGER, ROLE]);
    const listed = await mended.json("states", "ListExecutions", { stateMachineArn: MACHINE, statusFilter: "RUNNING" });
    expect(listed.executions).toEqual([expect.objectContaining({ status: "RUNNING" })]);
    expect(done(mended, "Publish")).toEqual([]);

    await mended.clock.pass(301);
    expect(done(mended, "Publish")[0]?.parameters).toEqual({ TopicArn: TOPIC, Message: "container-instance-1" });
    const { executionArn } = Object((listed.executions as readonly object[])[0]);
    expect(await mended.json("states", "DescribeExecution", { executionArn })).toMatchObject({
      status: "SUCCEEDED",
      input: '{"id":"i-2"}',
    });
    const { events } = await mended.json("states", "GetExecutionHistory", { executionArn });
    expect((events as readonly { type: string }[]).map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "WaitStateEntered",
      "TaskStateEntered",
      "TaskStateEntered",
      "ExecutionSucceeded",
    ]);
  });

  test("delivers nothing where no rule matches", async () => {
    const mended = account({ source: ["aws.ecs"] }, [toMachine]);
    await put(mended);
    expect(done(mended, "ListTargetsByRule")).toEqual([]);
  });

  test("tells a topic, a queue and a log group", async () => {
    const mended = account({ source: ["aws.ec2"] }, [
      { Id: "1", Arn: TOPIC, InputPath: "$.detail.instance" },
      { Id: "2", Arn: `arn:aws:sqs:${REGION}:all`, Input: '{"a": 1}' },
      { Id: "3", Arn: `arn:aws:logs:${REGION}:log-group:/demo/events` },
    ]);
    await put(mended);
    expect(done(mended, "Publish")[0]?.parameters.Message).toBe('"i-2"');
    expect(done(mended, "SendMessage")[0]?.parameters).toEqual({
      QueueUrl: "https://sqs.us-east-1.amazonaws.com/000000000000/all",
      MessageBody: '{"a":1}',
    });
    const [logged] = done(mended, "PutLogEvents");
    expect(logged?.parameters.logGroupName).toBe("/demo/events");
    expect(JSON.stringify(logged?.parameters.logEvents)).toMatch(/detail-type.*Warning/);
  });

  test("what can't be delivered goes to the dead letters, with the reason", async () => {
    const target = { Id: "1", Arn: `arn:aws:lambda:${REGION}:function:one`, DeadLetterConfig: { Arn: QUEUE } };
    const mended = account({ source: ["aws.ec2"] }, [target]);
    await put(mended);
    const [letter] = done(mended, "SendMessage");
    expect(letter?.parameters.QueueUrl).toMatch(/\/undelivered$/);
    expect(JSON.stringify(letter?.parameters.MessageAttributes)).toContain("lambda");
  });

  test.each([
    [{ Source: "" }, "InvalidArgument"],
    [{ Detail: "{" }, "MalformedDetail"],
    [{ EventBusName: "other" }, "SandboxNotImplemented"],
  ])("%j is refused: %s", async (entry, ErrorCode) => {
    expect(await put(account({}, []), entry)).toMatchObject({ FailedEntryCount: 1, Entries: [{ ErrorCode }] });
  });
});

describe("an execution", () => {
  const start = (mended: Mended, parameters: object) =>
    mended.json("states", "StartExecution", { stateMachineArn: MACHINE, ...parameters });

  test("of a name that was there is refused, unless it is the same that still runs", async () => {
    const mended = account({}, []);
    const first = await start(mended, { name: "a", input: '{"id":"i-1"}' });
    expect(await start(mended, { name: "a", input: '{"id":"i-1"}' })).toEqual(first);
    expect(await start(mended, { name: "a", input: "{}" })).toMatchObject({ __type: "ExecutionAlreadyExists" });
  });

  test("gets JSON only", async () => {
    expect(await start(account({}, []), { input: "{" })).toMatchObject({ __type: "InvalidExecutionInput" });
  });

  test("that isn't there is said not to be", async () => {
    const answer = await account({}, []).json("states", "DescribeExecution", { executionArn: "arn:none" });
    expect(answer).toMatchObject({ __type: "ExecutionDoesNotExist" });
  });
});

test("container instances are found by their state, too, and by no other filter", async () => {
  const mended = account({}, []);
  const list = (parameters: object) => mended.json("ecs", "ListContainerInstances", { cluster: "demo", ...parameters });
  expect(await list({ status: "DRAINING" })).toEqual({ containerInstanceArns: ["container-instance-0"] });
  expect(await list({ filter: "attribute:x == y" })).toMatchObject({ __type: "SandboxNotImplemented" });
});

describe("a group, while Spot has no instances", () => {
  const group = (share: number) =>
    `<R><AutoScalingGroups><member><AutoScalingGroupName>one</AutoScalingGroupName><DesiredCapacity>4</DesiredCapacity><OnDemandBaseCapacity>2</OnDemandBaseCapacity><OnDemandPercentageAboveBaseCapacity>${share}</OnDemandPercentageAboveBaseCapacity><Instances>${[1, 2, 3, 4].map((id) => `<member><InstanceId>i-${id}</InstanceId></member>`).join("")}</Instances></member></AutoScalingGroups></R>`;
  const instancesAt = async (share: number, available: boolean) => {
    const mended = new Mended(() => group(share));
    mended.memory.of<boolean>("spot").set("available", available);
    const text = await mended.query("autoscaling", "DescribeAutoScalingGroups");
    const activities = await mended.query("autoscaling", "DescribeScalingActivities", { AutoScalingGroupName: "one" });
    return [text.match(/i-\d/g)?.length, /UnfulfillableCapacity/.test(activities)];
  };

  test.each([
    [0, false, 2, true],
    [25, false, 3, true],
    [100, false, 4, false],
    [0, true, 4, false],
  ])("at %d percent of On-Demand, Spot there: %s, has %d instances", async (share, available, count, fails) => {
    expect(await instancesAt(share, available)).toEqual([count, fails]);
  });
});
