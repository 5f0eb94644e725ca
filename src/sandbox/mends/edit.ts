import type { Call, HttpAnswer, Parameters } from "../protocol/call";

/** A call with another body; what depends on the body's length goes with it. */
export function withBody(call: Call, body: string, parameters: Parameters = call.parameters): Call {
  const { "content-length": _length, ...headers } = call.http.headers;
  return { ...call, parameters, http: { ...call.http, headers, body: Buffer.from(body) } };
}

/** A call with other arguments, in JSON. */
export function withJson(call: Call, parameters: Parameters): Call {
  return withBody(call, JSON.stringify(parameters), parameters);
}

/** Another call of the same service by the same caller, in JSON. */
export function otherJson(call: Call, operation: string, parameters: Parameters): Call {
  const target = String(call.http.headers["x-amz-target"]);
  const headers = { ...call.http.headers, "x-amz-target": target.replace(/[^.]*$/, operation) };
  return withJson({ ...call, operation, http: { ...call.http, headers } }, parameters);
}

/** Another call of the same service by the same caller, as a form. */
export function otherForm(call: Call, form: URLSearchParams): Call {
  return withBody({ ...call, operation: form.get("Action") ?? "" }, form.toString(), Object.fromEntries(form));
}

/** The form of a query request. */
export function formOf({ http }: Call): URLSearchParams {
  return new URLSearchParams(http.body.toString());
}

/** An answer with another body. */
export function withText(answer: HttpAnswer, body: string): HttpAnswer {
  const { "content-length": _length, ...headers } = answer.headers;
  return { ...answer, headers, body: Buffer.from(body) };
}

/** An answer's JSON, changed in place. */
// biome-ignore lint/suspicious/noExplicitAny: an answer of the emulator's, whatever it is
export function editJson(answer: HttpAnswer, edit: (value: any) => void): HttpAnswer {
  const value: unknown = JSON.parse(answer.body.toString() || "{}");
  edit(value);
  return withText(answer, JSON.stringify(value));
}

/** An answer's text, changed. */
export function editText(answer: HttpAnswer, edit: (text: string) => string): HttpAnswer {
  return withText(answer, edit(answer.body.toString()));
}
