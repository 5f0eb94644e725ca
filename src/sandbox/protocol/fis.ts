import type { Call, HttpRequest } from "./call";

/** FIS's operations by method and path, of those that the AWS provider calls. */
const OPERATIONS: readonly (readonly [method: string, path: RegExp, operation: string])[] = [
  ["POST", /^\/experimentTemplates$/, "CreateExperimentTemplate"],
  ["GET", /^\/experimentTemplates$/, "ListExperimentTemplates"],
  ["GET", /^\/experimentTemplates\/(?<id>[^/]+)$/, "GetExperimentTemplate"],
  ["PATCH", /^\/experimentTemplates\/(?<id>[^/]+)$/, "UpdateExperimentTemplate"],
  ["DELETE", /^\/experimentTemplates\/(?<id>[^/]+)$/, "DeleteExperimentTemplate"],
  ["GET", /^\/tags\/(?<resourceArn>.+)$/, "ListTagsForResource"],
  ["POST", /^\/tags\/(?<resourceArn>.+)$/, "TagResource"],
  ["DELETE", /^\/tags\/(?<resourceArn>.+)$/, "UntagResource"],
];

/** Which call of FIS a request is: JSON by method and path. */
export function readFis({ method, url, body }: HttpRequest): Pick<Call, "operation" | "parameters"> | undefined {
  const { pathname } = new URL(url, "http://aws");
  for (const [of, path, operation] of OPERATIONS) {
    const match = path.exec(pathname);
    if (of !== method || match === null) continue;
    const named = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { operation, parameters: { ...parsed(body), ...Object.fromEntries(named) } };
  }
  return undefined;
}

function parsed(body: Buffer): object {
  try {
    return Object(JSON.parse(body.toString() || "{}"));
  } catch {
    return {};
  }
}
