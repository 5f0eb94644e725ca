import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { Identity } from "./identity";
import { EncryptedLogGroup } from "./log-group";
import type { Statement } from "./policy";
import type { Definition, Json } from "./states-language";
import type { UndeliveredEvents } from "./undelivered-events";

/** What starts an execution: events of a pattern, or the clock. */
export type Trigger = {
  /** What it waits for, for a person who reads the list of rules. */
  readonly description: string;
  /**
   * Seconds, 60–86400, for which a try to start is repeated; then the event goes to the undelivered ones. Not longer than
   * the event is worth acting on.
   */
  readonly usefulForSeconds: number;
  /** What the execution gets. @default - the event */
  readonly input?: Json;
} & (
  | { readonly eventPattern: { readonly [field: string]: Json }; readonly scheduleExpression?: undefined }
  | { readonly scheduleExpression: string; readonly eventPattern?: undefined }
);

export interface StateMachineProps {
  readonly environment: Environment;
  /** Name behind the environment's, 30 characters at most, e.g. `"spot-fallback-1"`. */
  readonly name: string;
  /** What it does, after "…, which"; of its two roles. */
  readonly description: string;
  /** Key of its log. */
  readonly key: KmsKey;
  /**
   * Must hold an attribute that is known only at apply: a definition that is wholly known is validated by a call to AWS
   * in every plan, and the first plan, offline, has none.
   */
  readonly definition: Definition;
  /** What its tasks may call. */
  readonly statements: readonly Statement[];
  /** What starts it, by the last part of the rule's name. */
  readonly triggers: { readonly [id: string]: Trigger };
  readonly undelivered: UndeliveredEvents;
}

/** ARN of the state machine of that name, for its own role, which must be there before it. */
export function stateMachineArn({ name, region, accountId }: Environment, machine: string): string {
  return `arn:aws:states:${region}:${accountId}:stateMachine:${name}-${machine}`;
}

/**
 * A Step Functions state machine that calls AWS itself, so that there is no code to host, and the rules that start it.
 *
 * It is a standard workflow: an express one ends after five minutes, delivers each event at least once, and keeps no
 * history of its own. Its definition and history are under a key of AWS's: they hold names and numbers, and a key of ours
 * would be one more thing that can stop the machine when it is needed. What it did is in its log, under the environment's key.
 */
export class StateMachine extends Construct {
  readonly machine: SfnStateMachine;

  constructor(scope: Construct, id: string, props: StateMachineProps) {
    super(scope, id);
    const { environment, key, description } = props;
    const name = `${environment.name}-${props.name}`;
    const arn = stateMachineArn(environment, props.name);
    const { group } = new EncryptedLogGroup(this, "LogGroup", {
      name: `/${environment.name}/automation/${props.name}`,
      environment,
      key,
    });
    const { role, permissions } = new Identity(this, "Identity", {
      environment,
      name,
      description: `The state machine ${name}, which ${description}`,
      service: "states.amazonaws.com",
      trustCondition: {
        StringEquals: { "aws:SourceAccount": environment.accountId },
        ArnEquals: { "aws:SourceArn": arn },
      },
      statements: [...props.statements, LOG_DELIVERY],
    });
    this.machine = new SfnStateMachine(this, "Resource", {
      name,
      type: "STANDARD",
      roleArn: role.arn,
      definition: JSON.stringify(props.definition),
      loggingConfiguration: {
        logDestination: `${group.arn}:*`,
        level: "ALL",
        // Without the data, the log says that it decided, not on what.
        includeExecutionData: true,
      },
      // Traces say how long each call took, which nobody asks; the log says what came of it.
      tracingConfiguration: { enabled: false },
      dependsOn: [...permissions],
    });
    this.addTriggers(name, props);
  }

  private addTriggers(name: string, { environment, description, triggers, undelivered }: StateMachineProps): void {
    const { region, accountId } = environment;
    const rule = (id: string) => `${name}-${id}`;
    const { role, permissions } = new Identity(this, "trigger", {
      environment,
      name: `${name}-trigger`,
      description: `EventBridge, starting the state machine ${name}, which ${description}`,
      service: "events.amazonaws.com",
      trustCondition: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnEquals: {
          "aws:SourceArn": Object.keys(triggers).map((id) => `arn:aws:events:${region}:${accountId}:rule/${rule(id)}`),
        },
      },
      statements: [{ Sid: "StartTheMachine", Action: "states:StartExecution", Resource: this.machine.arn }],
    });
    for (const [id, trigger] of Object.entries(triggers)) {
      const { name: ruleName } = new CloudwatchEventRule(this, id, {
        name: rule(id),
        description: trigger.description,
        eventPattern: trigger.eventPattern && JSON.stringify(trigger.eventPattern),
        scheduleExpression: trigger.scheduleExpression,
        state: "ENABLED",
      });
      new CloudwatchEventTarget(this, `${id}-target`, {
        rule: ruleName,
        arn: this.machine.arn,
        roleArn: role.arn,
        input: trigger.input === undefined ? undefined : JSON.stringify(trigger.input),
        retryPolicy: {
          maximumEventAgeInSeconds: trigger.usefulForSeconds,
          maximumRetryAttempts: MOST_RETRIES,
        },
        deadLetterConfig: { arn: undelivered.queue.arn },
        dependsOn: [...permissions],
      });
    }
  }
}

/** EventBridge's own limit: the age of the event ends the tries, not their number. */
const MOST_RETRIES = 185;

/** What AWS asks for of a role whose machine writes a log; IAM knows no resource for any of it. */
const LOG_DELIVERY: Statement = {
  Sid: "DeliverLog",
  Action: [
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
  ],
  Resource: "*",
};
