import type { Call } from "../protocol/call";
import type { ApiError } from "../protocol/errors";

/**
 * The codes that services throttle with, where it isn't `Throttling` (query) or `ThrottlingException` (JSON).
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
const THROTTLED: { readonly [service: string]: readonly [status: number, code: string] } = {
  dynamodb: [400, "ProvisionedThroughputExceededException"],
  ec2: [503, "RequestLimitExceeded"],
  s3: [503, "SlowDown"],
  sqs: [403, "RequestThrottled"],
};

/** The error by which a fault is answered; `undefined` for one that is no answer. */
export function faultError(
  fault: string,
  { service, protocol }: Pick<Call, "service" | "protocol">,
): ApiError | undefined {
  const message = "a fault that the sandbox was asked to put in";
  switch (fault) {
    case "throttled": {
      const usual = [400, protocol === "json" ? "ThrottlingException" : "Throttling"] as const;
      const [status, code] = THROTTLED[service] ?? usual;
      return { status, code, message };
    }
    case "internal-error":
      return { status: 500, code: protocol === "json" ? "InternalFailure" : "InternalError", message };
    case "unavailable":
      return { status: 503, code: service === "ec2" ? "Unavailable" : "ServiceUnavailable", message };
    default:
      return undefined;
  }
}
