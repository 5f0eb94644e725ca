import { isArray, isObject, type JsonObject } from "../../../states-language/json";
import { type Adapter, failure } from "./adapter";

/** Services that machines tell of what they do, and Step Functions itself. */
export const OTHERS: { readonly [action: string]: Adapter } = {
  "sfn:listExecutions": {
    permission: "states:ListExecutions",
    resources: ({ StateMachineArn }) => [String(StateMachineArn)],
    parameters: ["StateMachineArn", "StatusFilter"],
    answer: ({ StateMachineArn, StatusFilter }, { platform }) => ({
      Executions: platform.automations.executionsOf(String(StateMachineArn), StatusFilter).map(({ id, status }) => ({
        ExecutionArn: id,
        StateMachineArn: String(StateMachineArn),
        Status: status,
      })),
    }),
  },
  "sfn:startExecution": {
    permission: "states:StartExecution",
    resources: ({ StateMachineArn }) => [String(StateMachineArn)],
    parameters: ["Input", "StateMachineArn"],
    answer: ({ StateMachineArn, Input = {} }, { platform, machineArn }) => {
      const input = typeof Input === "string" ? JSON.parse(Input) : Input;
      const execution = platform.automations.start(String(StateMachineArn), input, machineArn);
      if (execution === undefined) throw failure("Sfn.StateMachineDoesNotExistException", String(StateMachineArn));
      return { ExecutionArn: execution.id };
    },
  },
  "sns:publish": {
    permission: "sns:Publish",
    resources: ({ TopicArn }) => [String(TopicArn)],
    parameters: ["Message", "Subject", "TopicArn"],
    answer: ({ Subject, Message }, { platform }) => {
      if (Subject !== undefined && String(Subject).length > 100)
        throw failure("Sns.InvalidParameterException", "Subject");
      platform.automations.messages.push(String(Message));
      return { MessageId: String(platform.automations.messages.length) };
    },
    effect: ({ Message }) => String(Message),
  },
  "events:putEvents": {
    permission: "events:PutEvents",
    resources: (_, { machineArn }) => [inAccountOf(machineArn, "events", "event-bus/default")],
    parameters: ["Entries"],
    answer: ({ Entries }, { platform }) => {
      const entries = (isArray(Entries) ? Entries : []).filter(isObject);
      for (const entry of entries) platform.world.publish(published(entry));
      return { FailedEntryCount: 0, Entries: entries.map((_, index) => ({ EventId: String(index) })) };
    },
  },
  "cloudwatch:putMetricData": {
    permission: "cloudwatch:PutMetricData",
    resources: () => [],
    parameters: ["MetricData", "Namespace"],
    answer: ({ MetricData, Namespace }, { platform }) => {
      for (const datum of (isArray(MetricData) ? MetricData : []).filter(isObject)) {
        const metric = { namespace: String(Namespace), name: String(datum.MetricName), dimensions: {} };
        platform.metrics.put(metric, Number(datum.Value));
      }
      return {};
    },
  },
  // Terraform doesn't run while the platform is looked at: no lock is held.
  "dynamodb:scan": {
    permission: "dynamodb:Scan",
    resources: ({ TableName }, { machineArn }) => [inAccountOf(machineArn, "dynamodb", `table/${String(TableName)}`)],
    parameters: ["ConsistentRead", "FilterExpression", "Select", "TableName"],
    answer: () => ({ Count: 0, ScannedCount: 0 }),
  },
};

/** ARN of something beside a machine. */
const inAccountOf = (machineArn: string, service: string, resource: string): string =>
  machineArn.replace(/:states:(.*?):stateMachine:.*$/, `:${service}:$1:${resource}`);

function published({ Source, DetailType, Detail, Resources }: JsonObject) {
  const detail = typeof Detail === "string" ? JSON.parse(Detail) : Detail;
  return {
    source: String(Source),
    "detail-type": String(DetailType),
    resources: (isArray(Resources) ? Resources : []).map(String),
    detail: isObject(detail) ? detail : {},
  };
}
