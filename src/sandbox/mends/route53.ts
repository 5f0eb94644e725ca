import { editText } from "./edit";
import type { Hooks, Mend } from "./mend";

const OPERATIONS = [
  "CreateHostedZone",
  "GetHostedZone",
  "ListHostedZones",
  "ListHostedZonesByName",
  "ListHostedZonesByVPC",
  "UpdateHostedZoneComment",
  "DeleteHostedZone",
  "ChangeResourceRecordSets",
  "ListResourceRecordSets",
  "GetDNSSEC",
  "ChangeTagsForResource",
  "ListTagsForResource",
];

const translates: Hooks = {
  request: (call) => ({
    ...call,
    http: { ...call.http, url: call.http.url.replace(/\/hostedzone\/Z/, "/hostedzone/") },
  }),
  response: (_, answer) => {
    const { location } = answer.headers;
    const edited = editText(answer, (text) =>
      text.replaceAll("<Id>/hostedzone/", "<Id>/hostedzone/Z").replaceAll(/<ResourceId>(?=[^<]+<)/g, "<ResourceId>Z"),
    );
    if (typeof location !== "string") return edited;
    return { ...edited, headers: { ...edited.headers, location: location.replace("/hostedzone/", "/hostedzone/Z") } };
  },
};

export const route53: readonly Mend[] = [
  {
    service: "route53",
    what: "gives zones ids that begin with any letter",
    why: "AWS's begin with Z, and an environment file takes no others; so each gets a Z before it here",
    on: Object.fromEntries(OPERATIONS.map((operation) => [operation, translates])),
  },
];
