import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judgePlans } from "../../src/guardrails/engine";
import type { Report } from "../../src/guardrails/report";
import { RULES } from "../../src/guardrails/table";
import type { Plan } from "../../src/plan/plan";
import { readPlan } from "../../src/plan/read";

/**
 * Plans of the shapes that the public modules of most people have, of configurations of our own. What is expected of each
 * is read off the configuration, and off what those modules leave open by default; never off what the rules say.
 */
const FOLDER = join(__dirname, "foreign");
const FIXTURES = readdirSync(FOLDER).filter((name) => name !== "modules");

const textOf = (fixture: string) => readFileSync(join(FOLDER, fixture, "plan.json"), "utf8");
const planOf = (fixture: string): Plan => readPlan(JSON.parse(textOf(fixture)), fixture);
const reportOf = (plan: Plan): Report =>
  judgePlans({ plans: new Map([["plan.json", plan]]), rules: RULES, today: "2026-11-25", whole: false });

const CAPACITY = (key: string) => `module.autoscaling["${key}"]`;
const SERVICE = "module.service.aws_ecs_service.this[0]";
const TASK = "module.service.aws_ecs_task_definition.this[0]";
const CONTAINER_LOGS = (name: string) => `module.service.module.container["${name}"].aws_cloudwatch_log_group.this[0]`;

/** Rules that ask whether something is said at all, whatever it says. */
const PRESENCE = [
  "network/inline-rules",
  "network/named",
  "network/security-group-descriptions",
  "network/security-groups-named",
  "task/platform-stated",
];

/** By fixture: what must be found, by rule and address. */
const WEAKNESSES: { readonly [fixture: string]: readonly (readonly [rule: string, ...addresses: string[]])[] } = {
  "ec2-modules": [
    // Managed draining, scale-in protection, weights, Spot: what the modules leave to their caller.
    [
      "capacity/managed-draining",
      'module.cluster.aws_ecs_capacity_provider.this["on_demand"]',
      'module.cluster.aws_ecs_capacity_provider.this["spot"]',
    ],
    [
      "capacity/scale-in-protection",
      `${CAPACITY("on_demand")}.aws_autoscaling_group.idc[0]`,
      `${CAPACITY("spot")}.aws_autoscaling_group.idc[0]`,
    ],
    ["capacity/no-instance-weights", `${CAPACITY("spot")}.aws_autoscaling_group.idc[0]`],
    [
      "capacity/target-capacity-headroom",
      'module.cluster.aws_ecs_capacity_provider.this["on_demand"]',
      'module.cluster.aws_ecs_capacity_provider.this["spot"]',
    ],
    ["spot/draining", `${CAPACITY("spot")}.aws_autoscaling_group.idc[0]`],
    ["spot/capacity-rebalance", `${CAPACITY("spot")}.aws_autoscaling_group.idc[0]`],
    ["spot/allocation-strategy", `${CAPACITY("spot")}.aws_autoscaling_group.idc[0]`],
    ["spot/instance-type-diversity", `${CAPACITY("spot")}.aws_autoscaling_group.idc[0]`],
    ["spot/on-demand-base", `${CAPACITY("spot")}.aws_autoscaling_group.idc[0]`],
    // The launch template says nothing of metadata, volumes or the containers' way to them.
    [
      "instance/imdsv2-required",
      `${CAPACITY("on_demand")}.aws_launch_template.this[0]`,
      `${CAPACITY("spot")}.aws_launch_template.this[0]`,
    ],
    [
      "encryption/volumes-encrypted-under-key",
      `${CAPACITY("on_demand")}.aws_launch_template.this[0]`,
      `${CAPACITY("spot")}.aws_launch_template.this[0]`,
    ],
    [
      "identity/instance-role-reads-no-secrets",
      `${CAPACITY("on_demand")}.aws_iam_role.this[0]`,
      `${CAPACITY("spot")}.aws_iam_role.this[0]`,
    ],
    // The execution role reads every secret unless told which.
    ["identity/exact-resources", "module.service.aws_iam_policy.task_exec[0]"],
    ["task/secrets-not-over-granted", "module.service.aws_iam_policy.task_exec[0]"],
    ["service/circuit-breaker", SERVICE],
    ["service/minimum-healthy-percent", SERVICE],
    ["service/health-check-grace-period", SERVICE],
    ["scaling/bounds", "module.service.aws_appautoscaling_target.this[0]"],
    ["task/image-tag-pinned", TASK],
    ["task/read-only-root", TASK],
    ["task/non-root-user", TASK],
    ["load-balancing/http-redirects", 'module.alb.aws_lb_listener.this["http"]'],
    ["load-balancing/deletion-protection", "module.alb.aws_lb.this[0]"],
    ["load-balancing/access-logs", "module.alb.aws_lb.this[0]"],
    ["load-balancing/deregistration-delay", 'module.alb.aws_lb_target_group.this["app"]'],
    ["logging/log-group-encrypted", "module.cluster.aws_cloudwatch_log_group.this[0]", CONTAINER_LOGS("app")],
    ["cluster/exec-logged", "module.cluster.aws_ecs_cluster.this[0]"],
    ["network/flow-logs", "module.vpc.aws_vpc.this[0]"],
    // The first private subnet is in the gateway's own zone.
    ["network/nat-gateway-per-zone", "module.vpc.aws_subnet.private[1]", "module.vpc.aws_subnet.private[2]"],
    ["network/no-remote-administration", "aws_security_group.instances"],
  ],
  fargate: [
    ["service/no-public-address", SERVICE],
    ["network/compute-in-private-subnets", SERVICE],
    ["network/compute-closed-to-the-internet", "module.service.aws_security_group.this[0]"],
    ["network/public-ports-443-and-80-only", 'module.service.aws_security_group_rule.this["http"]'],
    // The load balancer's group has no egress rule at all, and the task's has none either.
    ["network/load-balancer-reaches-its-targets", "module.alb.aws_lb.this[0]"],
    ["network/compute-reaches-aws", "module.service.aws_security_group.this[0]"],
    ["task/no-secrets-in-environment", TASK],
    ["service/circuit-breaker", SERVICE],
    ["identity/exact-resources", "module.service.aws_iam_policy.task_exec[0]"],
    [
      "logging/log-group-retention",
      "module.cluster.aws_cloudwatch_log_group.this[0]",
      CONTAINER_LOGS("site"),
      "module.vpc.aws_cloudwatch_log_group.flow_log[0]",
    ],
  ],
  "single-file": [
    ["capacity/group-has-provider", "aws_autoscaling_group.ecs"],
    ["service/strategy-without-launch-type", "aws_ecs_service.web"],
    ["spot/draining", "aws_autoscaling_group.ecs"],
    ["instance/imdsv2-required", "aws_launch_template.ecs"],
    ["instance/no-key-pair", "aws_launch_template.ecs"],
    ["instance/no-public-address", "aws_launch_template.ecs"],
    [
      "network/no-remote-administration",
      "aws_vpc_security_group_ingress_rule.all",
      "aws_vpc_security_group_ingress_rule.ssh",
    ],
    ["network/compute-in-private-subnets", "aws_autoscaling_group.ecs"],
    ["task/not-privileged", "aws_ecs_task_definition.web"],
    ["task/no-host-paths", "aws_ecs_task_definition.web"],
    ["task/dynamic-host-ports", "aws_ecs_task_definition.web"],
    ["task/image-tag-pinned", "aws_ecs_task_definition.web"],
    ["task/logs-configured", "aws_ecs_task_definition.web"],
    // By way of three policy documents: one that begins, one that overrides, one that adds.
    ["identity/no-wildcard-actions", "aws_iam_role_policy.agent"],
    ["identity/instance-role-reads-no-secrets", "aws_iam_role.instance"],
    ["cluster/container-insights", "aws_ecs_cluster.main"],
  ],
  "several-clusters": [
    // Of the two, one is written as it should be in four points.
    ["spot/draining", 'module.capacity["green"].aws_autoscaling_group.idc[0]'],
    ["spot/capacity-rebalance", 'module.capacity["green"].aws_autoscaling_group.idc[0]'],
    ["instance/hop-limit-one", 'module.capacity["green"].aws_launch_template.this[0]'],
    ["cluster/container-insights", 'module.cluster["green"].aws_ecs_cluster.this[0]'],
    [
      "capacity/managed-draining",
      'module.cluster["blue"].aws_ecs_capacity_provider.this["blue"]',
      'module.cluster["green"].aws_ecs_capacity_provider.this["green"]',
    ],
  ],
  "network-only": [
    ["network/flow-logs", "module.vpc.aws_vpc.this[0]"],
    ["network/no-automatic-public-addresses", "module.vpc.aws_subnet.public[0]", "module.vpc.aws_subnet.public[1]"],
  ],
};

test("every fixture has its weaknesses written down", () => {
  expect(Object.keys(WEAKNESSES).sort()).toEqual([...FIXTURES].sort());
});

describe.each(FIXTURES)("%s", (fixture) => {
  const plan = planOf(fixture);
  const report = reportOf(plan);

  test("is judged by every rule", () => {
    expect(report.findings.filter(({ detail }) => detail.startsWith("could not be judged"))).toEqual([]);
  });

  test("has each of its weaknesses found, at its addresses and no others", () => {
    for (const [rule, ...addresses] of WEAKNESSES[fixture] ?? []) {
      const found = report.findings.filter((finding) => finding.rule === rule).map(({ address }) => address);
      expect([rule, ...found]).toEqual([rule, ...[...addresses].sort()]);
    }
  });

  test("is accused at addresses that are in it", () => {
    const addresses = [...report.findings, ...report.undecided].map(({ address }) => address);
    const strangers = addresses.filter((address) => plan.resource(address) === undefined && address !== "provider.aws");
    expect(strangers).toEqual([]);
  });

  test("has a reason for all that is undecided", () => {
    expect(report.undecided.filter(({ detail }) => detail.length < 20)).toEqual([]);
  });

  test("passes nothing that was found, once it isn't known any more", () => {
    const known = report.findings.filter(
      ({ rule, address }) => plan.resource(address) !== undefined && !PRESENCE.includes(rule),
    );
    const passes = known.filter(({ rule, address }) => {
      const check = RULES.find(({ id }) => id === rule)?.check ?? (() => []);
      const judgements = check(unknowing(fixture, address)).filter((judgement) => judgement.address === address);
      return judgements.length > 0 && judgements.every(({ verdict }) => verdict === "passed");
    });
    expect(passes.map(({ rule, address }) => `${rule} ${address}`)).toEqual([]);
  });
});

test("Fargate alone is accused of nothing that instances, Spot or their groups would be", () => {
  const { findings, undecided } = reportOf(planOf("fargate"));
  const areas = [...findings, ...undecided].map(({ rule }) => rule.split("/")[0]);
  expect(areas.filter((area) => ["capacity", "instance", "spot"].includes(area ?? ""))).toEqual([]);
  expect(findings.map(({ rule }) => rule)).not.toContain("service/strategy-without-launch-type");
});

test("every cluster of a plan is named", () => {
  const { clusters } = reportOf(planOf("several-clusters"));
  expect(clusters.map(({ address }) => address)).toEqual([
    'module.cluster["blue"].aws_ecs_cluster.this[0]',
    'module.cluster["green"].aws_ecs_cluster.this[0]',
  ]);
  expect(reportOf(planOf("network-only"))).toMatchObject({ clusters: [], inScope: false });
});

interface Resource {
  readonly address: string;
  values?: object;
}
interface Values {
  readonly resources?: readonly Resource[];
  readonly child_modules?: readonly Values[];
}
interface Configured {
  readonly resources?: readonly { readonly address: string; expressions: object }[];
  readonly module_calls?: { readonly [name: string]: { readonly module: Configured } };
}

/** The plan of a fixture in which nothing is known of one resource but that a variable says it. */
function unknowing(fixture: string, address: string): Plan {
  const document = JSON.parse(textOf(fixture));
  const all = ({ resources = [], child_modules = [] }: Values): readonly Resource[] => [
    ...resources,
    ...child_modules.flatMap(all),
  ];
  const resource = all(document.planned_values.root_module).find((candidate) => candidate.address === address);
  if (resource === undefined) throw new Error(`no ${address} in ${fixture}`);
  const change: { change: { after_unknown: object } } = document.resource_changes.find(
    (candidate: Resource) => candidate.address === address,
  );
  const names = [...Object.keys(resource.values ?? {}), ...Object.keys(change.change.after_unknown)];
  const each = (value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
  resource.values = {};
  change.change.after_unknown = each(true);
  const path = address.replaceAll(/\[[^\]]*\]/g, "").split(".");
  let module: Configured = document.configuration.root_module;
  while (path[0] === "module") {
    const [, name = ""] = path.splice(0, 2);
    module = module.module_calls?.[name]?.module ?? {};
  }
  const configured = module.resources?.find((candidate) => candidate.address === path.join("."));
  if (configured !== undefined) configured.expressions = each({ references: ["var.from_outside"] });
  return readPlan(document, fixture);
}
