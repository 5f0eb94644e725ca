import { randomUUID } from "node:crypto";
import { ACCOUNT } from "../enforcement/resources";
import { deliver } from "../events/deliver";
import type { Parameters } from "../protocol/call";
import { jsonAnswer } from "../protocol/errors";
import type { Mend } from "./mend";

export const events: readonly Mend[] = [
  {
    service: "events",
    what: "fails at an event that a rule sends to a topic or a state machine",
    why: "AWS delivers it, with the target's input and in the target's role; here it has been delivered when PutEvents answers, and events of AWS's own sources are taken too, as nothing else emits them",
    on: {
      PutEvents: {
        answer: async ({ parameters, region }, { as, clock }) => {
          const results = [];
          for (const entry of [parameters.Entries ?? []].flat().map(Object)) {
            const refused = refusal(entry);
            if (refused !== undefined) {
              results.push(refused);
              continue;
            }
            const id = randomUUID();
            await deliver(
              {
                version: "0",
                id,
                source: entry.Source,
                "detail-type": entry.DetailType,
                account: ACCOUNT,
                time: `${new Date(entry.Time === undefined ? clock.now : 1000 * entry.Time).toISOString().slice(0, 19)}Z`,
                region,
                resources: entry.Resources ?? [],
                detail: JSON.parse(entry.Detail),
              },
              as,
            );
            results.push({ EventId: id });
          }
          return jsonAnswer({
            FailedEntryCount: results.filter((result) => "ErrorCode" in result).length,
            Entries: results,
          });
        },
      },
    },
  },
];

/** What EventBridge says of an entry that it doesn't take. */
function refusal({ Source, DetailType, Detail, EventBusName = "default" }: Parameters) {
  for (const [name, value] of Object.entries({ Source, DetailType, Detail })) {
    if (typeof value !== "string" || value === "") {
      const ErrorMessage = `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
      return { ErrorCode: "InvalidArgument", ErrorMessage };
    }
  }
  if (EventBusName !== "default") {
    return { ErrorCode: "SandboxNotImplemented", ErrorMessage: `the sandbox has no other bus than default` };
  }
  try {
    JSON.parse(String(Detail));
    return undefined;
  } catch {
    return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
  }
}
