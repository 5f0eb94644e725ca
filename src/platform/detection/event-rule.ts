import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Construct } from "constructs";
import type { Environment } from "../../environments/schema";
import type { Notifications } from "../notifications";
import { onCall, type Runbook, runbookLink } from "./runbook";

/** What a field of an event may be: texts, or EventBridge's own words for more (`{ prefix: … }`, `{ exists: false }`). */
export type Pattern = { readonly [field: string]: Pattern | readonly (string | Comparison)[] | readonly Pattern[] };
type Comparison =
  | { readonly prefix: string }
  | { readonly exists: boolean }
  | { readonly "anything-but": readonly string[] };

/** A rule, as a row of a table. */
export interface EventRow {
  /** Name behind the environment's. */
  readonly name: string;
  /** What it finds, in a sentence for the person on call. */
  readonly sentence: string;
  readonly runbook: Runbook;
  readonly pattern: Pattern;
  /** The mail, a sentence; `<name>` stands for the event's field at `fields[name]`. */
  readonly message: string;
  /** Paths of the event's fields; what an event doesn't have is left out of its mail. */
  readonly fields: { readonly [name: string]: `$.${string}` };
}

export interface EventRuleProps {
  readonly environment: Environment;
  readonly notifications: Notifications;
  readonly row: EventRow;
}

/** Tells a person of an event in a sentence, and keeps the event as it came. */
export class EventRule extends Construct {
  constructor(scope: Construct, id: string, { environment, notifications, row }: EventRuleProps) {
    super(scope, id);
    const { name: rule } = new CloudwatchEventRule(this, "Resource", {
      name: `${environment.name}-${row.name}`,
      description: onCall(environment, row),
      eventPattern: JSON.stringify(row.pattern),
      state: "ENABLED",
    });
    const dependsOn = [...notifications.policies];
    new CloudwatchEventTarget(this, "tell", {
      rule,
      arn: notifications.topic.arn,
      inputTransformer: {
        inputPaths: row.fields,
        // JSON text, as EventBridge asks for it; the mail is what is between the quotes.
        inputTemplate: JSON.stringify(`${row.message} ${runbookLink(environment, row.runbook)}`),
      },
      dependsOn,
    });
    new CloudwatchEventTarget(this, "keep", { rule, arn: notifications.logGroup.group.arn, dependsOn });
  }
}
