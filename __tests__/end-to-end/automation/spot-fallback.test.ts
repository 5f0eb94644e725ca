import { type ChildProcess, spawn } from "node:child_process";
import { spotFallbackDefinition } from "../../../src/platform/spot-fallback-definition";
import { describeWith, MOTO_SERVER } from "../../support/tools";

const PORT = 5200;
const ENDPOINT = `http://127.0.0.1:${PORT}`;
const GROUP = "production-1";

/**
 * What the emulator can't do (moto 5.2.1): list executions (a KeyError), so a Pass says who is the oldest; a filter that finds
 * nothing (an error, where JSONPath has an empty list), so a look at the group fails, always. The rest is executed.
 */
const findOldest = (oldest: readonly string[]) => ({
  Type: "Pass",
  Result: { oldest },
  ResultPath: "$.running",
  Next: "IsOldest",
});

/** One call of the emulator, which takes the service from the signature's scope and checks no signature. */
async function post(service: string, body: string, headers: { readonly [name: string]: string }): Promise<string> {
  const scope = `dummy/20260101/us-east-1/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  const response = await fetch(`${ENDPOINT}/`, {
    method: "POST",
    headers: { authorization, connection: "close", ...headers },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${service}: ${response.status} ${text.slice(0, 500)}`);
  return text;
}

const query = (service: string, version: string, Action: string, parameters: { readonly [name: string]: string }) =>
  post(service, new URLSearchParams({ Action, Version: version, ...parameters }).toString(), {
    "content-type": "application/x-www-form-urlencoded",
  });

async function states(action: string, parameters: { readonly [name: string]: string }) {
  const text = await post("states", JSON.stringify(parameters), {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": `AWSStepFunctions.${action}`,
  });
  return JSON.parse(text) as { readonly [name: string]: string };
}

describeWith("the Spot fallback's definition, executed by an emulated Step Functions", [MOTO_SERVER], () => {
  let moto: ChildProcess;

  beforeAll(async () => {
    moto = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(PORT)], {
      env: { ...process.env, MOTO_ACCOUNT_ID: "000000000000" },
      stdio: "ignore",
      detached: true,
    });
    for (let attempt = 0; ; attempt += 1) {
      try {
        await fetch(`${ENDPOINT}/moto-api/data.json`);
        break;
      } catch (error) {
        if (attempt === 150) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => moto.once("exit", resolve));
    if (moto.pid !== undefined) process.kill(-moto.pid);
    await ended;
  });

  /** Runs it where nobody made the group. */
  async function execute(oldest: readonly string[]) {
    await fetch(`${ENDPOINT}/moto-api/reset`, { method: "POST" });
    const config = JSON.stringify({ stepfunctions: { execute_state_machine: true } });
    await fetch(`${ENDPOINT}/moto-api/config`, { method: "POST", body: config });
    const topic = await query("sns", "2010-03-31", "CreateTopic", { Name: "production-notifications" });
    const definition = spotFallbackDefinition({
      groupName: GROUP,
      title: GROUP,
      topicArn: /<TopicArn>(.*)<\/TopicArn>/.exec(topic)?.[1] ?? "",
      floorPercent: 0,
      boundPercent: 100,
      stepPercent: 25,
      checkMinutes: 5,
      holdMinutes: 60,
    });
    const { stateMachineArn = "" } = await states("CreateStateMachine", {
      name: "production-spot-fallback-1",
      definition: JSON.stringify({ ...definition, States: { ...definition.States, FindOldest: findOldest(oldest) } }),
      roleArn: "arn:aws:iam::000000000000:role/production-spot-fallback-1",
    });
    const { executionArn = "" } = await states("StartExecution", { stateMachineArn, name: "test", input: "{}" });
    for (;;) {
      const execution = await states("DescribeExecution", { executionArn });
      if (execution.status !== "RUNNING") return execution;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  test("while an older execution is at it, it ends without a look", async () => {
    const { status, executionArn = "" } = await execute([
      "arn:aws:states:us-east-1:000000000000:execution:other:older",
    ]);
    expect(status).toBe("SUCCEEDED");
    const history = JSON.stringify(await states("GetExecutionHistory", { executionArn }));
    expect(history).toContain("LeftToAnother");
    expect(history).not.toContain("describeAutoScalingGroups");
  });

  test("a look that fails is told to the topic, and fails the execution with its cause", async () => {
    const { status, error, cause, executionArn = "" } = await execute([]);
    expect({ status, error }).toEqual({ status: "FAILED", error: "SpotFallback.GaveUp" });
    expect(cause).toMatch(/AutoScalingGroups/);
    const history = JSON.stringify(await states("GetExecutionHistory", { executionArn }));
    expect(history).toContain(
      "production-1: the Spot fallback gives up, and leaves On-Demand above the base as it is.",
    );
    expect(history).toContain("MessageId");
  });
});
