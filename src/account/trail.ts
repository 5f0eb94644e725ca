import { CloudTrailClient, type Event, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import type { Connection } from "../aws/connection";

/** A call that changed something. */
export interface TrailEvent {
  /** ISO date and time in UTC. */
  readonly at: string;
  /** User, role or service. */
  readonly by: string;
  /** `"AuthorizeSecurityGroupIngress"`. */
  readonly call: string;
}

/** Who changed resources, as CloudTrail keeps it for 90 days. */
export interface Trail {
  /** The last call that changed what is called so; `undefined`: CloudTrail knows of none. */
  lastChange(name: string): Promise<TrailEvent | undefined>;
}

/** Asks CloudTrail. It answers two questions a second. */
export function trailOf(connection: Connection): Trail {
  const client = new CloudTrailClient(connection);
  return {
    lastChange: async (name) => {
      const LookupAttributes = [{ AttributeKey: "ResourceName" as const, AttributeValue: name }];
      const { Events = [] } = await client.send(new LookupEventsCommand({ LookupAttributes, MaxResults: 50 }));
      return lastChangeIn(Events);
    },
  };
}

/** The newest of the events that changed something. */
export function lastChangeIn(events: readonly Event[]): TrailEvent | undefined {
  const [last] = events
    .filter(({ ReadOnly, EventTime }) => ReadOnly !== "true" && EventTime !== undefined)
    .sort((one, other) => (other.EventTime?.getTime() ?? 0) - (one.EventTime?.getTime() ?? 0));
  if (last?.EventTime === undefined) return undefined;
  return {
    at: last.EventTime.toISOString(),
    by: last.Username ?? "somebody",
    call: last.EventName ?? "an unknown call",
  };
}
