import type { Call, HttpAnswer } from "./call";
import { escaped } from "./xml";

/** An error as the API knows it: a code that programs act on, and what it says to a person. */
export interface ApiError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** An error in the shape that the call's protocol has for it, so that SDKs read code and message. */
export function errorAnswer(call: Pick<Call, "protocol" | "service">, { status, code, message }: ApiError): HttpAnswer {
  const requestId = "00000000-0000-4000-8000-000000000000";
  if (call.protocol === "json") {
    const body = JSON.stringify({ __type: code, message, Message: message });
    return answer(status, "application/x-amz-json-1.1", body, { "x-amzn-errortype": code });
  }
  const inner = `<Code>${escaped(code)}</Code><Message>${escaped(message)}</Message>`;
  if (call.service === "s3") {
    return answer(status, "application/xml", `<Error>${inner}<RequestId>${requestId}</RequestId></Error>`);
  }
  if (call.service === "ec2") {
    const body = `<Response><Errors><Error>${inner}</Error></Errors><RequestID>${requestId}</RequestID></Response>`;
    return answer(status, "text/xml", body);
  }
  const type = status >= 500 ? "Receiver" : "Sender";
  const body = `<ErrorResponse><Error><Type>${type}</Type>${inner}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return answer(status, "text/xml", body);
}

/** An answer of JSON. */
export function jsonAnswer(value: unknown, status = 200): HttpAnswer {
  return answer(status, "application/x-amz-json-1.1", JSON.stringify(value));
}

/** An answer of XML. */
export function xmlAnswer(body: string, status = 200): HttpAnswer {
  return answer(status, "text/xml", body);
}

function answer(
  status: number,
  type: string,
  body: string,
  more: { readonly [name: string]: string } = {},
): HttpAnswer {
  return { status, headers: { "content-type": type, ...more }, body: Buffer.from(body) };
}

/** Code of the error that an answer holds. */
export function errorCodeOf({ headers, body }: HttpAnswer): string {
  const text = body.toString();
  const inJson = /"__type"\s*:\s*"(?:[^"#]*#)?([^"]+)"/.exec(text)?.[1];
  const inHeader = headers["x-amzn-errortype"];
  return inJson ?? /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? (typeof inHeader === "string" ? inHeader : "unknown");
}
