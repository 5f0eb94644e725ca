import { request } from "node:http";
import type { Parameters as Arguments } from "./protocol/call";
import { errorCodeOf } from "./protocol/errors";
import { queryForm } from "./protocol/query";
import { readXml, xmlData } from "./protocol/xml";
import { SandboxError } from "./sandbox-error";

/** How the services are spoken to that need no SDK: `target` of JSON, or the version of the query protocol. */
const SERVICES: {
  readonly [service: string]: { readonly target?: string; readonly version?: string; readonly isFlat?: true };
} = {
  acm: { target: "CertificateManager" },
  "application-autoscaling": { target: "AnyScaleFrontendService" },
  autoscaling: { version: "2011-01-01" },
  dynamodb: { target: "DynamoDB_20120810" },
  ecr: { target: "AmazonEC2ContainerRegistry_V20150921" },
  ec2: { version: "2016-11-15", isFlat: true },
  ecs: { target: "AmazonEC2ContainerServiceV20141113" },
  elasticloadbalancing: { version: "2015-12-01" },
  events: { target: "AWSEvents" },
  iam: { version: "2010-05-08" },
  kms: { target: "TrentService" },
  logs: { target: "Logs_20140328" },
  monitoring: { version: "2010-08-01" },
  servicequotas: { target: "ServiceQuotasV20190624" },
  secretsmanager: { target: "secretsmanager" },
  sns: { version: "2010-03-31" },
  sqs: { target: "AmazonSQS" },
  ssm: { target: "AmazonSSM" },
  states: { target: "AWSStepFunctions" },
  sts: { version: "2011-06-15" },
  wafv2: { target: "AWSWAF_20190729" },
};

/** An error that AWS would answer too. */
export class AwsError extends SandboxError {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Speaks to the emulated AWS by hand, as a person with a console would: `aws("ec2", "DescribeVpcs", {})`. */
export interface Aws {
  /** @returns the answer as plain data; of XML, without the envelope @throws AwsError */
  // biome-ignore lint/suspicious/noExplicitAny: an answer of AWS's API, whatever it is
  call(service: string, operation: string, parameters?: Arguments): Promise<any>;
  /** S3 and Route 53, which are spoken to by method and path. @throws AwsError */
  rest(service: "s3" | "route53", method: string, path: string, body?: string): Promise<string>;
}

/** Takes a request to where it is answered. */
export type Transport = (request: {
  readonly method: string;
  readonly path: string;
  /** By their names in lower case. */
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}) => Promise<{ readonly status: number; readonly text: string }>;

/** A client of a sandbox in the name of its owner, or of whoever holds the key. It signs nothing: nobody checks. */
export function awsAt(endpoint: string, accessKey = "dummy", region = "us-east-1"): Aws {
  return awsBy((request) => exchange(endpoint, request), accessKey, region);
}

/** The same, by another way than HTTP. */
export function awsBy(transport: Transport, accessKey: string, region: string): Aws {
  const send = async (service: string, method: string, path: string, type: string, body: string, target?: string) => {
    const scope = `${accessKey}/20260101/${region}/${service}/aws4_request`;
    const headers = {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
      "content-type": type,
      ...(target === undefined ? {} : { "x-amz-target": target }),
    };
    const { status, text } = await transport({ method, path, headers, body });
    if (status < 400) return text;
    const code = errorCodeOf({ status, headers: {}, body: Buffer.from(text) });
    throw new AwsError(code, `${service} ${target ?? path} answers ${status} ${code}: ${text.slice(0, 500)}`);
  };
  return {
    rest: (service, method, path, body = "") => send(service, method, path, "application/xml", body),
    call: async (service, operation, parameters = {}) => {
      const { target, version, isFlat } = SERVICES[service] ?? {};
      if (target !== undefined) {
        const body = JSON.stringify(parameters);
        const type = "application/x-amz-json-1.1";
        return JSON.parse((await send(service, "POST", "/", type, body, `${target}.${operation}`)) || "{}");
      }
      if (version === undefined) throw new SandboxError(`${service} isn't in the table of src/sandbox/client.ts`);
      const form = queryForm(operation, version, parameters, !isFlat);
      const text = await send(service, "POST", "/", "application/x-www-form-urlencoded", form.toString());
      const document = readXml(text);
      if (document === undefined) return {};
      const data = Object(xmlData(document));
      return data[`${operation}Result`] ?? data;
    },
  };
}

function exchange(endpoint: string, { method, path, headers, body }: Parameters<Transport>[0]): ReturnType<Transport> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${endpoint}${path}`, {
      method,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      agent: false,
    });
    outgoing.on("response", (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
