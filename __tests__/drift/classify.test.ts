import { classify } from "../../src/drift/classify";
import { readPlan } from "../../src/plan/read";
import { inALine, type MadeChange, madePlan, recordedPlan } from "../support/drift";

const classified = (document: ReturnType<typeof recordedPlan>, configuration?: object) =>
  classify({
    document,
    plan: readPlan(document),
    source: "demo",
    ...(configuration === undefined ? {} : { configuration: readPlan(configuration) }),
  });
const linesOf = (document: ReturnType<typeof recordedPlan>, configuration?: object) =>
  classified(document, configuration).differences.map(inALine);

describe("plans of the real Terraform, changed by hand between apply and plan", () => {
  test("nothing is found where nothing was done", () => {
    expect(classified(recordedPlan("clean"))).toEqual({ differences: [], meaningless: [] });
  });

  test("what only the code changes is unapplied", () => {
    expect(linesOf(recordedPlan("code-ahead"))).toEqual([
      "unapplied medium aws_autoscaling_group.capacity.max_size: 6 → 8",
      "unapplied medium aws_cloudwatch_log_group.web.retention_in_days: 365 → 400",
      "unapplied low aws_sqs_queue.extra[0]: would be created",
      "unapplied low output.retention_days: 365 → 400",
    ]);
  });

  test("what is under ignore_changes is controlled, by whom where the plan says so", () => {
    const { differences } = classified(recordedPlan("controlled"));
    const share = "mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity";
    expect(differences.map(({ owner, ...each }) => [inALine(each as never), owner])).toEqual([
      [
        "controlled medium aws_autoscaling_group.capacity.desired_capacity: 2 → 3",
        "managed scaling (aws_ecs_capacity_provider.capacity)",
      ],
      [`controlled medium aws_autoscaling_group.capacity.${share}: 0 → 50`, "ignore_changes"],
    ]);
  });

  test("each change by hand is a difference of its own", () => {
    expect(
      linesOf(recordedPlan("by-hand"))
        .filter((line) => !line.startsWith("controlled"))
        .sort(),
    ).toEqual([
      "drifted high aws_cloudwatch_metric_alarm.errors.actions_enabled: true → false",
      "drifted high aws_cloudwatch_metric_alarm.errors.alarm_actions: removed: arn:aws:sns:us-east-1:000000000000:demo-alarms",
      'drifted high aws_iam_role.task.assume_role_policy.Statement[0].Principal.AWS: nothing → "*"',
      'drifted high aws_iam_role.task.assume_role_policy.Statement[0].Principal.Service: "ecs-tasks.amazonaws.com" → nothing',
      "drifted high aws_iam_role_policies_exclusive.task.policy_names: added: backdoor",
      'drifted high aws_iam_role_policy.task.policy.Statement[Write].Action: "logs:PutLogEvents" → ["logs:PutLogEvents","s3:*"]',
      'drifted high aws_iam_role_policy.task.policy.Statement[Write].Resource: "arn:aws:logs:us-east-1:000000000000:log-group:/demo/service/web:*" → "*"',
      'drifted high aws_launch_template.instances.metadata_options[0].http_tokens: "required" → "optional"',
      "drifted high aws_lb.ingress.enable_deletion_protection: true → false",
      "drifted high aws_security_group.load_balancer.egress[tcp 32768-60999]: rule removed: tcp 32768-60999 to 10.60.0.0/16",
      "drifted high aws_security_group.load_balancer.ingress[tcp 22]: rule added: tcp 22 from 0.0.0.0/0",
      'drifted low aws_vpc.network.tags.Owner: nothing → "somebody"',
      "drifted medium aws_autoscaling_group.capacity.max_size: 6 → 20",
      "drifted medium aws_autoscaling_group.capacity.min_size: 2 → 1",
      "drifted medium aws_cloudwatch_log_group.web.retention_in_days: 365 → 7",
      "drifted medium aws_cloudwatch_metric_alarm.errors.threshold: 10 → 1000",
      "drifted medium aws_ecs_capacity_provider.capacity.auto_scaling_group_provider[0].managed_scaling[0].target_capacity: 80 → 100",
      "drifted medium aws_lb_listener_rule.web.priority: 100 → 7",
      'drifted medium aws_lb_target_group.web.deregistration_delay: "30" → "5"',
      'drifted medium aws_lb_target_group.web.health_check[0].path: "/healthz" → "/"',
      "drifted medium aws_ssm_parameter.secret.value: sensitive",
      'drifted medium aws_vpc.network.tags.ManagedBy: "ballast" → "hand"',
    ]);
  });

  test("a secret is in no difference", () => {
    expect(JSON.stringify(classified(recordedPlan("by-hand")))).not.toContain("second-secret");
  });

  test("what was changed by hand and in code too is drifted, and says what the code wants now", () => {
    const wanted = classified(recordedPlan("by-hand-and-code-ahead")).differences.flatMap((each) =>
      each.wanted === undefined ? [] : [`${inALine(each)}, wanted ${each.wanted}`],
    );
    expect(wanted).toEqual([
      "drifted medium aws_autoscaling_group.capacity.max_size: 6 → 20, wanted 8",
      "drifted medium aws_cloudwatch_metric_alarm.errors.threshold: 10 → 1000, wanted 20",
    ]);
  });

  test("what the code says too, by now, is none", () => {
    const lines = linesOf(recordedPlan("accepted")).join("\n");
    expect(lines).not.toMatch(/max_size|retention_in_days|threshold/);
    expect(lines).toContain("min_size");
  });

  test("what was deleted by hand is missing, and what changes only for its sake follows from it", () => {
    const { differences, meaningless } = classified(recordedPlan("deleted"));
    expect(differences.filter((each) => each.class !== "controlled").map(inALine)).toEqual([
      "missing high aws_cloudwatch_log_group.web: deleted by hand",
      "missing high aws_lb_listener_rule.web: deleted by hand",
      "missing high aws_lb_target_group.web: deleted by hand",
      "missing high aws_sns_topic.alarms: deleted by hand",
    ]);
    expect(
      differences.flatMap(({ address, consequences }) => (consequences.length > 0 ? [[address, consequences]] : [])),
    ).toEqual([
      ["aws_cloudwatch_log_group.web", ["aws_iam_role_policy.task"]],
      ["aws_sns_topic.alarms", ["aws_cloudwatch_metric_alarm.errors"]],
    ]);
    expect(meaningless).toEqual([]);
  });

  test("a plan of -refresh-only is refused: it doesn't say what the code wants", () => {
    expect(() => classified(recordedPlan("refresh-only"))).toThrow("-refresh-only");
  });
});

describe("plans that are made", () => {
  const address = "aws_ecs_service.web";
  const service = { name: "web", desired_count: 6 };
  const code = { [address]: { name: { constant_value: "web" }, desired_count: { constant_value: 6 } } };
  const changed = (before: object | null, after: object | null, more: object = {}): MadeChange => ({
    address,
    before,
    after,
    ...more,
  });

  test.each<readonly [string, Parameters<typeof madePlan>[0], readonly string[]]>([
    [
      "a value that only turned from null to nothing",
      {
        drift: [
          changed(
            { ...service, tags: null, text: null, blocks: null },
            { ...service, tags: {}, text: "", blocks: [{ a: null }] },
          ),
        ],
        planned: [changed(service, service)],
        code,
      },
      [],
    ],
    [
      "what the provider computes, changed and unknown",
      {
        drift: [changed({ ...service, latest: 1 }, { ...service, latest: 2 })],
        planned: [
          changed({ ...service, latest: 2 }, { ...service }, { actions: ["no-op"], after_unknown: { latest: true } }),
        ],
        code,
      },
      [],
    ],
    [
      "a data source that is read",
      { planned: [{ address: "aws_ami.ecs", before: null, after: { id: "ami-1" }, actions: ["read"], mode: "data" }] },
      [],
    ],
    ["a deletion by hand that the code wants too", { drift: [changed(service, null)], planned: [] }, []],
    [
      "a resource that the code has no more",
      { planned: [changed(service, null, { action_reason: "delete_because_no_resource_config" })] },
      ["unapplied high aws_ecs_service.web: would be destroyed (delete_because_no_resource_config)"],
    ],
    [
      "one that is only forgotten",
      { planned: [changed(service, service, { actions: ["forget"] })] },
      ["unapplied low aws_ecs_service.web: would be forgotten, and left as it is"],
    ],
    [
      "one that is moved",
      { planned: [changed(service, service, { previous_address: "aws_ecs_service.old" })] },
      ["unapplied low aws_ecs_service.web: would be moved from aws_ecs_service.old"],
    ],
    [
      "one that is imported",
      { planned: [changed(service, service, { importing: { id: "demo/web" } })] },
      ["unapplied low aws_ecs_service.web: would be imported: demo/web"],
    ],
    [
      "one whose creation failed",
      {
        planned: [
          changed(service, service, { actions: ["delete", "create"], action_reason: "replace_because_tainted" }),
        ],
      },
      ["unapplied high aws_ecs_service.web: would be replaced: its creation failed half way"],
    ],
    [
      "an object that a replacement left over",
      { planned: [changed(service, service), changed(service, null, { deposed: "4ca1ab1e" })], code },
      [
        "unapplied low aws_ecs_service.web: object 4ca1ab1e, left over by a replacement that failed, would be destroyed",
      ],
    ],
    [
      "a list in another order",
      {
        drift: [changed({ ...service, order: ["a", "b"] }, { ...service, order: ["b", "a"] })],
        planned: [changed({ ...service, order: ["b", "a"] }, { ...service, order: ["a", "b"] })],
        code: { [address]: { order: {} } },
      },
      ["drifted medium aws_ecs_service.web.order: another order"],
    ],
    [
      "a policy that is only written otherwise",
      {
        drift: [changed({ policy: '{"a":1,"b":[]}' }, { policy: '{ "b": [], "a": 1 }' })],
        planned: [changed({ policy: '{ "b": [], "a": 1 }' }, { policy: '{ "b": [], "a": 1 }' })],
        code,
      },
      [],
    ],
    [
      "what the code leaves to AWS, where it is known to matter",
      {
        drift: [
          { address: "aws_kms_key.key", before: { enable_key_rotation: true }, after: { enable_key_rotation: false } },
        ],
        planned: [
          { address: "aws_kms_key.key", before: { enable_key_rotation: false }, after: { enable_key_rotation: false } },
        ],
        code: { "aws_kms_key.key": {} },
      },
      ["drifted high aws_kms_key.key.enable_key_rotation: true → false"],
    ],
  ])("%s", (_, made, lines) => expect(linesOf(madePlan(made))).toEqual(lines));

  test("a replacement that restores what was changed by hand says so", () => {
    const plan = madePlan({
      drift: [changed({ name: "web" }, { name: "other" })],
      planned: [
        changed({ name: "other" }, { name: "web" }, { actions: ["delete", "create"], replace_paths: [["name"]] }),
      ],
      code,
    });
    expect(classified(plan).differences).toMatchObject([{ class: "drifted", severity: "high", destroys: true }]);
  });

  test("a second rule of the same ports is told apart from the first", () => {
    const rule = (cidr: string, description = "") => ({
      protocol: "tcp",
      from_port: 443,
      to_port: 443,
      cidr_blocks: [cidr],
      description,
    });
    const group = "aws_security_group.web";
    const [asLeft, now] = [
      { ingress: [rule("10.0.0.0/8", "HTTPS")] },
      { ingress: [rule("0.0.0.0/0"), rule("10.0.0.0/8", "HTTPS")] },
    ];
    const plan = madePlan({
      drift: [{ address: group, before: asLeft, after: now }],
      planned: [{ address: group, before: now, after: asLeft }],
      code: { [group]: { ingress: {} } },
    });
    expect(linesOf(plan)).toEqual([
      "drifted high aws_security_group.web.ingress[tcp 443]: rule added: tcp 443 from 0.0.0.0/0",
    ]);
  });

  test("with the configuration, its lifecycles alone say what is ignored", () => {
    const plan = madePlan({
      drift: [changed(service, { ...service, desired_count: 9 })],
      planned: [changed({ ...service, desired_count: 9 }, { ...service, desired_count: 9 })],
      code,
    });
    const configuration = (lifecycle: object) => ({
      resource: { aws_ecs_service: { web: { ...service, lifecycle } } },
    });
    expect(linesOf(plan, configuration({ ignore_changes: ["desired_count"] }))).toEqual([
      "controlled medium aws_ecs_service.web.desired_count: 6 → 9",
    ]);
    expect(linesOf(plan, configuration({ ignore_changes: [] }))).toEqual([]);
  });

  test("an update without a difference that means anything is told as that", () => {
    const plan = madePlan({
      planned: [changed({ ...service, text: null }, { ...service, text: "" }, { actions: ["update"] })],
      code,
    });
    expect(classified(plan)).toEqual({ differences: [], meaningless: [address] });
  });

  test("in a module, what names the deleted resource follows from it", () => {
    const code = {
      "aws_sns_topic.a": {},
      "aws_sns_topic_policy.a": { arn: { references: ["aws_sns_topic.a.arn", "aws_sns_topic.a"] } },
    };
    const inner = madePlan({ code }).configuration.root_module;
    const topic = "module.told.aws_sns_topic.a";
    const policy = "module.told.aws_sns_topic_policy.a";
    const plan = madePlan({
      drift: [{ address: topic, before: { arn: "old" }, after: null }],
      planned: [
        { address: topic, before: null, after: { name: "a" }, after_unknown: { arn: true } },
        {
          address: policy,
          before: { arn: "old" },
          after: {},
          after_unknown: { arn: true },
          actions: ["delete", "create"],
          replace_paths: [["arn"]],
        },
      ],
      further: { configuration: { root_module: { module_calls: { told: { module: inner } } } } },
    });
    expect(classified(plan).differences).toMatchObject([{ class: "missing", address: topic, consequences: [policy] }]);
  });
});
