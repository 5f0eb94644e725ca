import type { HttpRequest, Parameters } from "./call";
import { readXml, xmlData } from "./xml";

/** Method and path after the version, with the API's name for them; a group of the pattern is a parameter. */
const OPERATIONS: readonly (readonly [method: string, path: RegExp, operation: string])[] = [
  ["POST", /^hostedzone$/, "CreateHostedZone"],
  ["GET", /^hostedzone$/, "ListHostedZones"],
  ["GET", /^hostedzonesbyname$/, "ListHostedZonesByName"],
  ["GET", /^hostedzonecount$/, "GetHostedZoneCount"],
  ["GET", /^hostedzonesbyvpc$/, "ListHostedZonesByVPC"],
  ["GET", /^hostedzone\/(?<Id>[^/]+)$/, "GetHostedZone"],
  ["POST", /^hostedzone\/(?<Id>[^/]+)$/, "UpdateHostedZoneComment"],
  ["DELETE", /^hostedzone\/(?<Id>[^/]+)$/, "DeleteHostedZone"],
  ["POST", /^hostedzone\/(?<HostedZoneId>[^/]+)\/rrset$/, "ChangeResourceRecordSets"],
  ["GET", /^hostedzone\/(?<HostedZoneId>[^/]+)\/rrset$/, "ListResourceRecordSets"],
  ["GET", /^hostedzone\/(?<HostedZoneId>[^/]+)\/dnssec$/, "GetDNSSEC"],
  ["GET", /^change\/(?<Id>[^/]+)$/, "GetChange"],
  ["POST", /^tags\/(?<ResourceType>[^/]+)\/(?<ResourceId>[^/]+)$/, "ChangeTagsForResource"],
  ["GET", /^tags\/(?<ResourceType>[^/]+)\/(?<ResourceId>[^/]+)$/, "ListTagsForResource"],
];

/** What a Route 53 request asks for; `undefined` for one that isn't in the table above. */
export function readRoute53({
  method,
  url,
  body,
}: HttpRequest): { readonly operation: string; readonly parameters: Parameters } | undefined {
  const { pathname, searchParams } = new URL(url, "http://route53");
  const path = pathname.replace(/^\/\d{4}-\d{2}-\d{2}\//, "").replace(/\/$/, "");
  for (const [wanted, pattern, operation] of OPERATIONS) {
    const match = wanted === method ? pattern.exec(path) : null;
    if (match === null) continue;
    const document = readXml(body.toString());
    const inBody = document === undefined ? {} : Object(xmlData(document));
    return { operation, parameters: { ...Object.fromEntries(searchParams), ...inBody, ...match.groups } };
  }
  return undefined;
}
