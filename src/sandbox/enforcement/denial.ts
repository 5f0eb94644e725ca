import type { Call } from "../protocol/call";
import type { ApiError } from "../protocol/errors";
import type { Decision } from "./enforcer";

/** The error that a service answers to who isn't allowed, in AWS's words: they name the missing action. */
export function denialOf(
  { service, protocol }: Pick<Call, "service" | "protocol">,
  { action, resource, verdict }: Decision,
  principal: string,
): ApiError {
  const why =
    verdict === "denied" ? "with an explicit deny" : `because no identity-based policy allows the ${action} action`;
  return {
    status: protocol === "json" ? 400 : 403,
    code: service === "ec2" ? "UnauthorizedOperation" : protocol === "json" ? "AccessDeniedException" : "AccessDenied",
    message: `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
  };
}
