import { CloudwatchCompositeAlarm } from "@cdktf/provider-aws/lib/cloudwatch-composite-alarm";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Construct } from "constructs";
import type { Environment } from "../../environments/schema";
import { onCall, type Runbook } from "./runbook";

export interface CompositeAlarmProps {
  readonly environment: Environment;
  /** Name behind the environment's. */
  readonly name: string;
  /** What is wrong, in a sentence for the person on call. */
  readonly sentence: string;
  readonly runbook: Runbook;
  /** It rings while any of these does; at least one, 100 at most. */
  readonly anyOf: readonly (CloudwatchMetricAlarm | CloudwatchCompositeAlarm)[];
  /**
   * Where it says so, and that it is over.
   * @default - nowhere: it is part of another one
   */
  readonly topic?: SnsTopic;
  /**
   * The cause of this one: while it rings, and for five minutes after, this one changes its state and tells nobody.
   * @default - none
   */
  readonly causedBy?: CloudwatchCompositeAlarm;
}

/** Several alarms that have one cause, so that it pages once. */
export class CompositeAlarm extends Construct {
  readonly alarm: CloudwatchCompositeAlarm;

  constructor(scope: Construct, id: string, props: CompositeAlarmProps) {
    super(scope, id);
    const { environment, topic, causedBy, anyOf } = props;
    // CloudWatch's own limit.
    if (anyOf.length === 0 || anyOf.length > 100) {
      throw new Error(`${props.name} has ${anyOf.length} alarms; a composite alarm has 1 to 100`);
    }
    this.alarm = new CloudwatchCompositeAlarm(this, "Resource", {
      alarmName: `${environment.name}-${props.name}`,
      alarmDescription: onCall(environment, props),
      alarmRule: anyOf.map(({ alarmName }) => `ALARM("${alarmName}")`).join(" OR "),
      ...(topic && { actionsEnabled: true, alarmActions: [topic.arn], okActions: [topic.arn] }),
      // Two minutes: the cause needs a moment longer to be seen than what it causes.
      ...(causedBy && { actionsSuppressor: { alarm: causedBy.alarmName, waitPeriod: 120, extensionPeriod: 300 } }),
    });
  }
}
