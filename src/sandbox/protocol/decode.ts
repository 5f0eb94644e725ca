import type { Call, HttpRequest, Parameters } from "./call";
import { readFis } from "./fis";
import { queryParameters } from "./query";
import { readRoute53 } from "./route53";
import { readS3 } from "./s3";

const CREDENTIAL = /Credential=([^/\s]+)\/(\d+)\/([^/]+)\/([^/]+)\/aws4_request/;

/**
 * Reads which call of AWS's API an HTTP request is, or `undefined` for what is none: who signed it, for which service,
 * which operation, with which arguments.
 */
export function decode(http: HttpRequest): Call | undefined {
  const signature = signatureOf(http);
  const form = formOf(http);
  // Without a signature: how a web identity takes a role, and a bucket that is asked whether it is there.
  const service = signature?.service ?? (form?.get("Action")?.startsWith("AssumeRole") ? "sts" : undefined);
  if (service === undefined) return undefined;
  const common = { service, region: signature?.region ?? "us-east-1", accessKey: signature?.accessKey, http };
  const target = text(http.headers["x-amz-target"]);
  if (target !== undefined) {
    const operation = target.slice(target.lastIndexOf(".") + 1);
    return { ...common, operation, protocol: "json", parameters: jsonOf(http.body) };
  }
  const action = form?.get("Action");
  if (form !== undefined && typeof action === "string") {
    return { ...common, operation: action, protocol: "query", parameters: queryParameters(form) };
  }
  const fis = service === "fis" ? readFis(http) : undefined;
  if (fis !== undefined) return { ...common, ...fis, protocol: "json" };
  const rest = service === "s3" ? readS3(http) : service === "route53" ? readRoute53(http) : undefined;
  return rest === undefined ? undefined : { ...common, ...rest, protocol: "rest-xml" };
}

function signatureOf({
  headers,
  url,
}: HttpRequest): { readonly accessKey: string; readonly region: string; readonly service: string } | undefined {
  const query = new URL(url, "http://aws").searchParams.get("X-Amz-Credential");
  const credential = query === null ? text(headers.authorization) : `Credential=${query}`;
  const [, accessKey, , region, service] = CREDENTIAL.exec(credential ?? "") ?? [];
  return accessKey && region && service ? { accessKey, region, service } : undefined;
}

function formOf({ method, url, headers, body }: HttpRequest): URLSearchParams | undefined {
  if (method === "GET") return new URL(url, "http://aws").searchParams;
  const isForm = text(headers["content-type"])?.startsWith("application/x-www-form-urlencoded") === true;
  return isForm ? new URLSearchParams(body.toString()) : undefined;
}

function jsonOf(body: Buffer): Parameters {
  try {
    return Object(JSON.parse(body.toString() || "{}"));
  } catch {
    return {};
  }
}

const text = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];
