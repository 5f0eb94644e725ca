import type { Existing } from "../../src/account/existing";
import { lastChangeIn } from "../../src/account/trail";
import { withTrail } from "../../src/cli/drift/account";
import { type DriftReport, type DriftSource, driftReport, driftVerdict } from "../../src/drift/report";
import { unmanagedIn } from "../../src/drift/unmanaged";
import { loadEnvironments } from "../../src/environments/load";
import { readPlan } from "../../src/plan/read";
import { isRecord } from "../../src/plan/value";
import { madePlan } from "../support/drift";
import { existing } from "../support/existing";

const OURS = { Environment: "demo", ManagedBy: "ballast" };
const LB = "arn:aws:elasticloadbalancing:us-east-1:0:loadbalancer/app/demo/1";

/** A plan's document, with a state that holds these. */
function documentOf(resources: readonly object[], made: Parameters<typeof madePlan>[0] = {}) {
  const prior_state = { values: { root_module: { resources } } };
  const document: unknown = JSON.parse(JSON.stringify({ ...madePlan(made), prior_state }));
  if (!isRecord(document)) throw new Error("no plan");
  return document;
}

const inState = (address: string, values: object) => {
  const [type, name] = address.split(".");
  return { address, mode: "managed", type, name, provider_name: "registry.terraform.io/hashicorp/aws", values };
};
const STATE = [
  inState("aws_vpc.network", { id: "vpc-1" }),
  inState("aws_ecs_cluster.cluster", { id: "arn:cluster/demo", arn: "arn:cluster/demo", name: "demo" }),
  inState("aws_lb.ingress", { id: LB, arn: LB }),
  inState("aws_security_group.compute", { id: "sg-1" }),
  inState("aws_cloudwatch_log_group.web", { id: "/demo/web", arn: "arn:logs:/demo/web:*" }),
];
const PLACE = { environment: "demo", stack: "demo-platform", mode: "aws" };

/** What is found, by severity and words. */
const found = (all: readonly Existing[], tagged: readonly Existing[] = []) =>
  unmanagedIn({
    environment: "demo",
    source: "demo-platform",
    documents: [documentOf(STATE)],
    existing: all,
    tagged,
    place: PLACE,
  });

describe("what no state has", () => {
  test("is found in the VPC, in the cluster, on the balancer, and by the tags", () => {
    const all = found([
      existing("aws_instance", "i-1", { name: "bastion", uses: ["vpc-1"] }),
      existing("aws_ecs_service", "demo/extra", { name: "extra", uses: ["arn:cluster/demo"] }),
      existing("aws_lb_listener", "listener", { name: "port 8080", uses: [LB] }),
      existing("aws_cloudwatch_log_group", "/demo/other", { tags: OURS }),
    ]);
    expect(all.map(({ severity, what, address }) => [severity, what, address])).toEqual([
      ["high", "instance bastion, in aws_vpc.network", "i-1"],
      ["medium", "service extra, in aws_ecs_cluster.cluster", "demo/extra"],
      ["high", "listener port 8080, in aws_lb.ingress", "listener"],
      ["low", "resource /demo/other, with the environment's tags", "/demo/other"],
    ]);
    expect(all[0]?.ways).toEqual({
      import: { command: "terraform -chdir=cdktf.out/stacks/demo-platform import aws_instance.bastion i-1", also: [] },
      note: expect.stringContaining("Write aws_instance.bastion into the code first"),
    });
  });

  test.each<[string, Existing]>([
    ["in the state, by its type and id", existing("aws_security_group", "sg-1", { uses: ["vpc-1"] })],
    ["in the state, by its ARN", existing("aws_lb", "x", { arn: LB, uses: ["vpc-1"] })],
    ["another's, elsewhere", existing("aws_instance", "i-2", { uses: ["vpc-2"] })],
    ["a group's own instance", existing("aws_instance", "i-3", { uses: ["vpc-1"], madeBy: "the group" })],
    ["another environment's", existing("aws_ecs_cluster", "x", { tags: { ...OURS, Environment: "other" } })],
  ])("isn't told where it is %s", (_, one) => {
    expect(found([one])).toEqual([]);
  });

  test("of a kind that no list has is known by its tags and its ARN", () => {
    const by = (arn: string) => existing("", arn.slice(arn.lastIndexOf(":") + 1), { arn, tags: OURS });
    const all = found(
      [],
      [
        by("arn:aws:sqs:us-east-1:0:extra"),
        by("arn:aws:ecs:us-east-1:0:task-definition/demo-web:3"),
        existing("", "sg-1", { arn: "arn:aws:ec2:us-east-1:0:security-group/sg-1", tags: OURS }),
      ],
    );
    expect(all.map(({ address }) => address)).toEqual(["arn:aws:sqs:us-east-1:0:extra"]);
    expect(all[0]?.ways.import).toBeUndefined();
  });

  test("is drift, and its exemption is one like others", () => {
    const unmanaged = found([existing("aws_instance", "i-1", { uses: ["vpc-1"] })]);
    const report = (exemptions: Parameters<typeof driftReport>[0]["exemptions"]) =>
      driftReport({ environment: "demo", sources: [], unmanaged, exemptions, today: "2026-01-01" });
    expect(driftVerdict(report([]))).toBe("drift");
    const exemption = { address: "i-1", attribute: "*", reason: "until Friday's review", expires: "2026-02-01" };
    expect(driftVerdict(report([exemption]))).toBe("controlled");
  });
});

describe("who it was, by CloudTrail", () => {
  const event = (minute: number, EventName: string, ReadOnly: string) => {
    return { EventName, ReadOnly, Username: "ann", EventTime: new Date(Date.UTC(2026, 0, 1, 12, minute)) };
  };

  test("is who made the last call that changed something", () => {
    const events = [
      event(1, "CreateSecurityGroup", "false"),
      event(5, "DescribeSecurityGroups", "true"),
      event(3, "Authorize", "false"),
    ];
    expect(lastChangeIn(events)).toEqual({ at: "2026-01-01T12:03:00.000Z", by: "ann", call: "Authorize" });
    expect(lastChangeIn([event(1, "Describe", "true")])).toBeUndefined();
  });

  const document = documentOf(STATE, {
    drift: [
      { address: "aws_security_group.compute", before: { a: 1 }, after: { a: 2 } },
      { address: "aws_sns_topic.t", before: { id: "arn:sns:t" }, after: null },
    ],
    planned: [
      { address: "aws_security_group.compute", before: { a: 2 }, after: { a: 1 } },
      { address: "aws_sns_topic.t", before: null, after: {} },
    ],
    code: { "aws_security_group.compute": { a: { constant_value: 1 } } },
  });
  const sources: readonly DriftSource[] = [{ name: "demo-platform", document, plan: readPlan(document, "demo") }];
  const [loaded] = loadEnvironments({ selector: "demo", mode: "offline" });
  const report = driftReport({ environment: "demo", sources, exemptions: [], today: "2026-01-01" });
  const asked = async (
    lastChange: (name: string) => Promise<{ at: string; by: string; call: string } | undefined>,
  ): Promise<DriftReport> => {
    if (loaded === undefined) throw new Error("no demo");
    const io = { cwd: ".", project: ".", env: {}, stdout: { write: () => true }, stderr: { write: () => true } };
    return withTrail(report, sources, loaded, io, { lastChange });
  };

  test("is asked by what AWS calls it, also of what is gone", async () => {
    const names: string[] = [];
    const { differences } = await asked(async (name) => {
      names.push(name);
      return name === "sg-1" ? { at: "2026", by: "ann", call: "Authorize" } : undefined;
    });
    expect(names.sort()).toEqual(["arn:sns:t", "sg-1"]);
    expect(differences.map(({ address, done }) => [address, done?.by])).toEqual([
      ["aws_security_group.compute", "ann"],
      ["aws_sns_topic.t", undefined],
    ]);
  });

  test("isn't known where it can't be asked, and that is said", async () => {
    const { notices, differences } = await asked(async () => {
      throw new Error("AccessDenied");
    });
    expect(notices).toContain("CloudTrail isn't asked who it was: AccessDenied");
    expect(differences).toHaveLength(2);
  });
});
