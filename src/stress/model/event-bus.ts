import { matchesEvent } from "../../cloudwatch/event-patterns";
import type { Plan } from "../../plan/plan";
import { entry, isList } from "../../plan/value";
import type { EventRule } from "../facts/event-rules";
import type { Json } from "../facts/names";
import type { World } from "./world";

/**
 * An event as EventBridge has it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
 */
export interface AwsEvent {
  readonly source: string;
  readonly "detail-type": string;
  readonly account: string;
  readonly region: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** ARNs. */
  readonly resources: readonly string[];
  readonly detail: { readonly [field: string]: Json };
}

/** What its publisher says of an event. */
export type Published = Pick<AwsEvent, "source" | "detail-type" | "resources" | "detail">;

export type MatchListener = (rule: EventRule, event: AwsEvent) => void;

export interface EventBusProps {
  readonly world: World;
  readonly plan: Plan;
  readonly rules: readonly EventRule[];
  readonly region: string;
  readonly account: string;
}

/** The default bus of EventBridge: events of AWS come to it, and rules pick from them. */
export class EventBus {
  private readonly world: World;
  private readonly origin: Pick<AwsEvent, "account" | "region">;
  private readonly listeners: MatchListener[] = [];
  /** By detail-type the rules that name it; those that name none are under every one. */
  private readonly byType = new Map<string, readonly EventRule[]>();

  constructor(private readonly props: EventBusProps) {
    this.world = props.world;
    this.origin = { account: props.account, region: props.region };
    for (const rule of props.rules) this.schedule(rule);
  }

  /** Told of each event that a rule hands on, when it comes to the rule's targets. */
  onMatch(listener: MatchListener): void {
    this.listeners.push(listener);
  }

  /** An event comes to the bus. */
  publish(published: Published): void {
    // Drawn for each, so that a rule less leaves the others as they were.
    const seconds = this.world.draw("eventDeliverySeconds");
    const rules = this.rulesFor(published["detail-type"]);
    if (rules.length === 0) return;
    const { world } = this;
    // Most match nothing, and few ask for the time.
    const fields = {
      ...this.origin,
      ...published,
      get time() {
        return world.timestamp();
      },
    };
    const matched = rules.filter(
      ({ pattern }) => pattern !== undefined && matchesEvent(this.props.plan, pattern, fields) === true,
    );
    if (matched.length === 0) return;
    const event = this.complete(published);
    for (const rule of matched) this.world.after(seconds, () => this.match(rule, event));
  }

  private complete(published: Published): AwsEvent {
    return { ...this.origin, ...published, time: this.world.timestamp() };
  }

  private match(rule: EventRule, event: AwsEvent): void {
    this.world.trace.add("event-matched", rule.address, event["detail-type"]);
    for (const listener of this.listeners) listener(rule, event);
  }

  private rulesFor(type: string): readonly EventRule[] {
    let rules = this.byType.get(type);
    if (rules === undefined) {
      rules = this.props.rules.filter(({ pattern }) => {
        const types = pattern && entry(pattern, "detail-type");
        return (
          pattern !== undefined && (!isList(types) || types.some((one) => one === type || typeof one !== "string"))
        );
      });
      this.byType.set(type, rules);
    }
    return rules;
  }

  /** Its own event, which comes to that rule alone. */
  private schedule(rule: EventRule): void {
    const { beginEpochSeconds, now } = this.world;
    const next = rule.schedule?.next(beginEpochSeconds + now);
    if (next === undefined) return;
    this.world.simulation.scheduleAt(next - beginEpochSeconds, () => {
      const own = { source: "aws.events", "detail-type": "Scheduled Event", resources: [rule.arn], detail: {} };
      this.match(rule, this.complete(own));
      this.schedule(rule);
    });
  }
}
