import type { Candidate, Json } from "../../src/drift/accept/candidates";
import { search } from "../../src/drift/accept/search";
import { classify } from "../../src/drift/classify";
import { readPlan } from "../../src/plan/read";
import { madePlan } from "../support/drift";

/** A platform of a few resources, as a synthesis would make it of an environment. */
interface Made {
  readonly min: number;
  readonly spare: number;
  readonly host: string;
  readonly types: readonly string[];
  readonly network: { readonly egress: readonly { description: string; port: number; cidr: string }[] };
}
const environment: Made = {
  min: 3,
  spare: 3,
  host: "www.example.com",
  types: ["t3.large", "m5.large"],
  network: { egress: [{ description: "PostgreSQL", port: 5432, cidr: "10.30.0.0/16" }] },
};
const rule = (description: string, port: number, cidr: string) => ({
  ...{ description, protocol: "tcp", from_port: port, to_port: port, cidr_blocks: [cidr], self: null },
});
const synthesis = ({ min, spare, host, types, network }: Made) =>
  readPlan({
    resource: {
      aws_autoscaling_group: { one: { min_size: min, override: types.map((instance_type) => ({ instance_type })) } },
      aws_ecs_service: { web: { desired_count: spare }, api: { desired_count: spare } },
      aws_lb: { web: { url: `https://${host}/` } },
      aws_security_group: {
        web: { egress: network.egress.map((each) => rule(each.description, each.port, each.cidr)) },
      },
    },
  });

/** What is found for an attribute that was changed by hand; the environment refuses more than 100 instances. */
function found(address: string, before: object, after: object) {
  const document = JSON.parse(
    JSON.stringify(
      madePlan({
        drift: [{ address, before, after }],
        planned: [{ address, before: after, after: before }],
      }),
    ),
  );
  const [difference, ...others] = classify({ document, plan: readPlan(document), source: "demo" }).differences;
  if (difference === undefined) throw new Error("no difference");
  const edited = (candidate: Candidate) => {
    const made = JSON.parse(JSON.stringify(environment));
    const [last, ...path] = [...candidate.path].reverse();
    path.reverse().reduce((inner, step) => inner[step], made)[last ?? ""] = candidate.value;
    return made.min > 100 ? undefined : new Map([["demo", synthesis(made)]]);
  };
  const stacks = new Map([["demo", synthesis(environment)]]);
  return search({ environment: environment as unknown as Json, difference, others, stacks, edited });
}

const egress = [rule("PostgreSQL", 5432, "10.30.0.0/16")];
const group = "aws_security_group.web";

test.each<readonly [string, string, object, object, unknown]>([
  [
    "a number, told from another of the same value",
    "aws_autoscaling_group.one",
    { min_size: 3 },
    { min_size: 4 },
    { path: ["min"], value: 4, also: [] },
  ],
  [
    "a field that sets another resource too",
    "aws_ecs_service.web",
    { desired_count: 3 },
    { desired_count: 4 },
    { path: ["spare"], value: 4, also: ["aws_ecs_service.api.desired_count"] },
  ],
  [
    "a part of a text",
    "aws_lb.web",
    { url: "https://www.example.com/" },
    { url: "https://new.example.com/" },
    { path: ["host"], value: "new.example.com" },
  ],
  [
    "an element more",
    "aws_autoscaling_group.one",
    { override: [{ instance_type: "t3.large" }, { instance_type: "m5.large" }] },
    { override: [{ instance_type: "t3.large" }, { instance_type: "m5.large" }, { instance_type: "m6i.large" }] },
    { path: ["types"], value: ["t3.large", "m5.large", "m6i.large"] },
  ],
  [
    "an element less",
    "aws_autoscaling_group.one",
    { override: [{ instance_type: "t3.large" }, { instance_type: "m5.large" }] },
    { override: [{ instance_type: "m5.large" }] },
    { path: ["types"], value: ["m5.large"] },
  ],
  [
    "a rule more",
    group,
    { egress },
    { egress: [...egress, rule("Redis", 6379, "10.9.0.0/16")] },
    {
      path: ["network", "egress"],
      value: [...environment.network.egress, { description: "Redis", port: 6379, cidr: "10.9.0.0/16" }],
      also: [],
    },
  ],
  [
    "a rule without a description, which gets one",
    group,
    { egress },
    { egress: [...egress, rule("", 6379, "10.9.0.0/16")] },
    {
      value: [...environment.network.egress, { description: "Added by hand", port: 6379, cidr: "10.9.0.0/16" }],
      also: [`${group}.egress[tcp 6379].description`],
    },
  ],
  ["a rule less", group, { egress }, { egress: [] }, { path: ["network", "egress"], value: [] }],
  [
    "another range of a rule",
    group,
    { egress },
    { egress: [rule("PostgreSQL", 5432, "10.31.0.0/16")] },
    { value: "10.31.0.0/16", also: [] },
  ],
  ["what nothing sets", "aws_lb.web", { idle_timeout: 60 }, { idle_timeout: 90 }, undefined],
  ["what the environment refuses", "aws_autoscaling_group.one", { min_size: 3 }, { min_size: 400 }, undefined],
])("%s is found by trying", (_, address, before, after, expressed) => {
  if (expressed === undefined) expect(found(address, before, after)).toBeUndefined();
  else expect(found(address, before, after)).toMatchObject(Object(expressed));
});
