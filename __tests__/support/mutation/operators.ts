import type { Json } from "../terraform-json";

/** Takes the place away. */
export const GONE = Symbol("gone");
export type Becomes = Json | typeof GONE;

/** What stands at a path of a stack's JSON, or of a JSON text, an agent's setting or a line of user data in it. */
export interface Place {
  readonly path: readonly string[];
  readonly value: Json;
}

/** What a careless or a hostile hand may make of a place: every way there is, none where the operator doesn't apply. */
type Operator = (place: Place) => readonly Becomes[];

export const OPERATORS = {
  "drop a block": ({ value }) => (typeof value === "object" && value !== null ? [GONE] : []),
  "drop a value": ({ value }) => (typeof value === "object" ? [] : [GONE]),
  "flip a boolean": ({ value }) => {
    if (typeof value === "boolean") return [!value];
    return value === "true" ? ["false"] : value === "false" ? ["true"] : [];
  },
  "widen a CIDR": ({ value }) => (typeof value === "string" && CIDR.test(value) ? widerCidrs(value) : []),
  "widen an ARN": ({ path, value }) => {
    if (typeof value !== "string") return [];
    if (/^arn:/.test(value)) return ["*", ...widerArns(value)];
    return isInPolicy(path) && /^\$\{[\w.]+\.arn\}/.test(value) ? ["*", value.replace(/\}.*$/, "}*")] : [];
  },
  "widen an action": ({ path, value }) => {
    const [, service, verb] = /^([a-z0-9-]+):([A-Z][a-z]+)\w*\*?$/.exec(String(value)) ?? [];
    return service !== undefined && isInPolicy(path) && path.includes("Action")
      ? ["*", `${service}:*`, `${service}:${verb}*`]
      : [];
  },
  "lower a number": (place) => numbers(place, (number) => [number - 1, Math.floor(number / 2), 0]),
  "raise a number": (place) => numbers(place, (number) => [number + 1, number * 2, number * 10 + 10]),
  "swap a word": ({ value }) =>
    typeof value === "string" ? WORDS.filter(([word]) => word === value).map(([, other]) => other) : [],
} as const satisfies { readonly [name: string]: Operator };

export type OperatorName = keyof typeof OPERATORS;

/** Those that change no meaning are left out. */
export const variants = (name: OperatorName, place: Place): readonly Becomes[] => [
  ...new Set(OPERATORS[name](place).filter((value) => value !== place.value)),
];

const CIDR = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/;

/** To the whole internet, to twice as many addresses, and to 16 times as many. */
function widerCidrs(cidr: string): readonly string[] {
  const [, a = "", b = "", c = "", d = "", length = ""] = CIDR.exec(cidr) ?? [];
  const address = [a, b, c, d].reduce((sum, part) => sum * 256 + Number(part), 0);
  const shorter = [1, 4].map((bits) => Math.max(0, Number(length) - bits));
  return ["0.0.0.0/0", ...shorter.map((bits) => `${dotted(address - (address % 2 ** (32 - bits)))}/${bits}`)];
}

const dotted = (address: number) => [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");

/** Each part in turn as a wildcard: region, account, resource, and the resource's last part. */
function widerArns(arn: string): readonly string[] {
  const [prefix, partition, service, region = "", account = "", ...rest] = arn.split(":");
  const resource = rest.join(":");
  const form = (...parts: readonly string[]) => [prefix, partition, service, ...parts].join(":");
  return [
    ...(region === "" ? [] : [form("*", account, resource)]),
    ...(account === "" ? [] : [form(region, "*", resource)]),
    form(region, account, "*"),
    form(region, account, resource.replace(/[^/:]+$/, "*")),
  ];
}

/** Also a number that is written as a text, with or without a unit. */
function numbers({ value }: Place, change: (number: number) => readonly number[]): readonly Json[] {
  if (typeof value === "number") return change(value).filter((number) => number >= 0 || value < 0);
  const [, digits, unit] = /^(\d{1,6})(s|m|h|%)?$/.exec(String(value)) ?? [];
  if (digits === undefined) return [];
  return change(Number(digits))
    .filter((number) => number >= 0)
    .map((number) => `${number}${unit ?? ""}`);
}

/** In a policy's statement, or its principals and conditions. */
const isInPolicy = (path: readonly string[]) => path.includes("Statement");

/** Words that stand for a choice, with another choice that the same place often offers. */
const WORDS: readonly (readonly [string, string])[] = [
  ["ENABLED", "DISABLED"],
  ["enabled", "disabled"],
  ["disabled", "enabled"],
  ["Enabled", "Suspended"],
  ["Enabled", "Disabled"],
  ["Deny", "Allow"],
  ["Allow", "Deny"],
  ["required", "optional"],
  ["HTTPS", "HTTP"],
  ["HTTP", "HTTPS"],
  ["redirect", "forward"],
  ["fixed-response", "forward"],
  ["HTTP_301", "HTTP_302"],
  ["tcp", "-1"],
  ["tcp", "udp"],
  ["ALL", "ACCEPT"],
  ["aws:kms", "AES256"],
  ["BucketOwnerEnforced", "ObjectWriter"],
  ["ELBSecurityPolicy-TLS13-1-2-Res-2021-06", "ELBSecurityPolicy-2016-08"],
  ["price-capacity-optimized", "lowest-price"],
  ["gp3", "gp2"],
  ["Interface", "Gateway"],
  ["Gateway", "Interface"],
  ["DNS", "EMAIL"],
  ["bridge", "host"],
  ["awsvpc", "host"],
  ["EC2", "FARGATE"],
  ["EC2", "ELB"],
  ["spread", "random"],
  ["binpack", "random"],
  ["non-blocking", "blocking"],
  ["awslogs", "json-file"],
  ["notBreaching", "missing"],
  ["breaching", "ignore"],
  ["Refresh", "Ignore"],
  ["Sum", "Average"],
  ["GreaterThanThreshold", "LessThanThreshold"],
  ["GreaterThanOrEqualToThreshold", "LessThanThreshold"],
  ["LessThanThreshold", "GreaterThanThreshold"],
  ["StringEquals", "StringLike"],
  ["PAY_PER_REQUEST", "PROVISIONED"],
  ["ip", "instance"],
  ["instance", "ip"],
  ["strictest", "monitor"],
  ["1000:1000", "0:0"],
  ["once", "always"],
  ["OVERRIDE", "NONE"],
];
