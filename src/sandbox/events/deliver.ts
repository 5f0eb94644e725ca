import { matchesEvent } from "../../cloudwatch/event-patterns";
import { type TargetInput, targetInput } from "../../cloudwatch/target-input";
import { readPlan } from "../../plan/read";
import type { Json } from "../../states-language/json";
import type { Aws } from "../client";
import type { SandboxEvent } from "./event";

/** Speaks to AWS as a role; without one, as the service itself. */
export type As = (roleArn?: string) => Promise<Aws>;

/** What is of a target, as `ListTargetsByRule` says it. */
interface Target {
  readonly Id: string;
  readonly Arn: string;
  readonly RoleArn?: string;
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: { readonly [name: string]: string };
    readonly InputTemplate: string;
  };
  readonly DeadLetterConfig?: { readonly Arn?: string };
}

interface Rule {
  readonly Name: string;
  readonly State?: string;
  readonly EventPattern?: string;
}

/** Patterns of deployed rules hold ARNs and names: there is no plan to look them up in. */
const NO_PLAN = readPlan({ resource: {} }, "what is deployed");

/** Delivers an event to the targets of all rules that match it; what can't be delivered goes to the target's dead letters. */
export async function deliver(event: SandboxEvent, as: As): Promise<void> {
  const aws = await as();
  for (const rule of await all<Rule>(aws, "ListRules", {}, "Rules")) {
    if (rule.State !== "ENABLED" || rule.EventPattern === undefined || !matches(rule.EventPattern, event)) continue;
    const targets = await all<Target>(aws, "ListTargetsByRule", { Rule: rule.Name }, "Targets");
    for (const target of targets) await deliverTo(target, event, as);
  }
}

function matches(pattern: string, event: SandboxEvent): boolean {
  return matchesEvent(NO_PLAN, JSON.parse(pattern), JSON.parse(JSON.stringify(event))) === true;
}

async function deliverTo(target: Target, event: SandboxEvent, as: As): Promise<void> {
  try {
    const input = targetInput(inputOf(target), JSON.parse(JSON.stringify(event)));
    if (input === undefined) throw new Error("the target's input is no JSON");
    await send(target, input, event, as);
  } catch (error) {
    const queue = target.DeadLetterConfig?.Arn;
    if (queue === undefined) return;
    const attributes = { ERROR_MESSAGE: { DataType: "String", StringValue: String(error).slice(0, 1000) } };
    await sendToQueue(await as(), queue, JSON.stringify(event), { MessageAttributes: attributes });
  }
}

function inputOf({ Input, InputPath, InputTransformer }: Target): TargetInput {
  if (Input !== undefined) return { kind: "constant", json: Input };
  if (InputPath !== undefined) return { kind: "part", path: InputPath };
  if (InputTransformer === undefined) return { kind: "event" };
  const { InputPathsMap = {}, InputTemplate } = InputTransformer;
  return { kind: "template", paths: InputPathsMap, template: InputTemplate };
}

async function send({ Arn, RoleArn }: Target, input: Json, event: SandboxEvent, as: As): Promise<void> {
  const [, , service, , , ...rest] = Arn.split(":");
  const text = JSON.stringify(input);
  const aws = await as(RoleArn);
  switch (service) {
    case "states":
      await aws.call("states", "StartExecution", { stateMachineArn: Arn, input: text });
      return;
    case "sns":
      await aws.call("sns", "Publish", { TopicArn: Arn, Message: text });
      return;
    case "sqs":
      return sendToQueue(aws, Arn, text);
    case "logs": {
      const logGroupName = rest[1];
      const logStreamName = event.id;
      await aws.call("logs", "CreateLogStream", { logGroupName, logStreamName });
      const logEvents = [{ timestamp: Date.parse(event.time), message: text }];
      await aws.call("logs", "PutLogEvents", { logGroupName, logStreamName, logEvents });
      return;
    }
    default:
      throw new Error(`the sandbox delivers nothing to ${Arn}; src/sandbox/events/deliver.ts would have to`);
  }
}

async function sendToQueue(aws: Aws, arn: string, MessageBody: string, more: object = {}): Promise<void> {
  const [, , , region, account, name] = arn.split(":");
  const QueueUrl = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
  await aws.call("sqs", "SendMessage", { QueueUrl, MessageBody, ...more });
}

async function all<Item>(aws: Aws, operation: string, about: object, list: string): Promise<readonly Item[]> {
  const found: Item[] = [];
  let NextToken: string | undefined;
  do {
    const page = await aws.call("events", operation, { ...about, NextToken });
    found.push(...page[list]);
    // The emulator's last page has a token that is null.
    NextToken = page.NextToken ?? undefined;
  } while (NextToken !== undefined);
  return found;
}
