import type { Rule } from "../../src/guardrails/rule";
import { RULES } from "../../src/guardrails/table";
import { configured } from "../support/plan";

/**
 * What no other tool asks for, in configurations that aren't ours: other names, other ways to write it, as little as there
 * can be.
 */
const SHAPES: { readonly [rule: string]: { readonly [sentence: string]: readonly [at: string, resource: object] } } = {
  "capacity/no-instance-weights": {
    "weights as texts": [
      "aws_autoscaling_group.a",
      group({ mixed_instances_policy: mixed([{ weighted_capacity: "2" }]) }),
    ],
    "weights as numbers, in lists": [
      "aws_autoscaling_group.a",
      group({ mixed_instances_policy: [mixed([{ instance_type: "c6i.large", weighted_capacity: 1 }])] }),
    ],
    "one of several": [
      "aws_autoscaling_group.a",
      group({ mixed_instances_policy: mixed([{ instance_type: "c6i.large" }, { weighted_capacity: "4" }]) }),
    ],
  },
  "capacity/scale-in-protection": {
    "it isn't stated": ["aws_autoscaling_group.a", group({})],
    "it is off": ["aws_autoscaling_group.a", group({ protect_from_scale_in: false })],
    "it is off, as a text": ["aws_autoscaling_group.a", group({ protect_from_scale_in: "false" })],
  },
  "capacity/task-fits-smallest-instance": {
    "by the launch template's type": ["aws_ecs_service.s", service({ memory: "4096" }, "t3.small")],
    "by CPU in words": ["aws_ecs_service.s", service({ cpu: "4 vCPU" }, "c6i.large")],
    "by its containers together": [
      "aws_ecs_service.s",
      service({ container_definitions: containers({ memory: 2048 }, { memory: 2048 }) }, "t3.medium", "512"),
    ],
  },
  "capacity/room-for-a-zone": {
    "two zones, as many tasks as there is room in both": [
      "aws_autoscaling_group.a",
      service({ memory: "8192" }, "m6i.large", "", { desired_count: 4 }),
    ],
    "three tasks where one zone holds two": [
      "aws_autoscaling_group.a",
      service({ cpu: "2048" }, "c6i.large", "", { desired_count: 3 }),
    ],
    "the least of auto scaling counts": [
      "aws_autoscaling_group.a",
      {
        ...service({ cpu: "2048" }, "c6i.large", "", { desired_count: 1 }),
        aws_appautoscaling_target: {
          s: { resource_id: "service/${aws_ecs_cluster.c.name}/${aws_ecs_service.s.name}", min_capacity: 3 },
        },
      },
    ],
  },
  "identity/trust-names-its-source": {
    "a task's role": ["aws_iam_role.r", role("ecs-tasks.amazonaws.com")],
    "a scheduler's": [
      "aws_iam_role.r",
      role("scheduler.amazonaws.com", { StringEquals: { "aws:SourceAccount": "*" } }),
    ],
    "of two services, one": ["aws_iam_role.r", role(["ec2.amazonaws.com", "events.amazonaws.com"])],
  },
  "identity/pass-role-limited": {
    "any role": ["aws_iam_policy.p", policy({ Action: "iam:PassRole", Resource: "*" })],
    "one role, to any service": [
      "aws_iam_policy.p",
      policy({ Action: ["iam:PassRole"], Resource: "arn:aws:iam::000000000000:role/a" }),
    ],
    "by a pattern of actions": [
      "aws_iam_policy.p",
      policy({ Action: "iam:Pass*", Resource: "arn:aws:iam::000000000000:role/a" }),
    ],
  },
  "protection/no-force-delete": {
    "a repository": ["aws_ecr_repository.r", { aws_ecr_repository: { r: { force_delete: true } } }],
    "a user": ["aws_iam_user.u", { aws_iam_user: { u: { force_destroy: "true" } } }],
    "a group": ["aws_autoscaling_group.a", group({ force_delete: true })],
  },
  "storage/bucket-tls-only": {
    "no policy": ["aws_s3_bucket.b", { aws_s3_bucket: { b: { bucket: "b" } } }],
    "a policy without it": [
      "aws_s3_bucket.b",
      {
        aws_s3_bucket: { b: { bucket: "b" } },
        aws_s3_bucket_policy: { b: { bucket: "b", policy: '{"Statement":[]}' } },
      },
    ],
    "objects only": [
      "aws_s3_bucket.b",
      {
        aws_s3_bucket: { b: { bucket: "b" } },
        aws_s3_bucket_policy: {
          b: {
            bucket: "b",
            policy: JSON.stringify({
              Statement: {
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: "arn:aws:s3:::b/*",
                Condition: { Bool: { "aws:SecureTransport": false } },
              },
            }),
          },
        },
      },
    ],
  },
};

describe.each(Object.entries(SHAPES))("%s, in a configuration of somebody else's", (id, shapes) => {
  test.each(Object.entries(shapes))("%s is found", (_, [at, resource]) => {
    const { check } = RULES.find((rule): rule is Rule => rule.id === id) ?? { check: () => [] };
    expect(check(configured(resource))).toContainEqual(expect.objectContaining({ address: at, verdict: "failed" }));
  });
});

function group(body: object, instanceType = "m6i.large") {
  return {
    aws_subnet: { x: { availability_zone: "eu-west-1a" }, y: { availability_zone: "eu-west-1b" } },
    aws_launch_template: { t: { instance_type: instanceType } },
    aws_autoscaling_group: {
      a: {
        max_size: 4,
        launch_template: { id: "${aws_launch_template.t.id}" },
        vpc_zone_identifier: ["${aws_subnet.x.id}", "${aws_subnet.y.id}"],
        ...body,
      },
    },
    aws_ecs_capacity_provider: {
      p: {
        name: "p",
        auto_scaling_group_provider: {
          auto_scaling_group_arn: "${aws_autoscaling_group.a.arn}",
          managed_scaling: { status: "ENABLED" },
        },
      },
    },
  };
}

function mixed(override: readonly object[]) {
  return {
    launch_template: { launch_template_specification: { launch_template_id: "${aws_launch_template.t.id}" }, override },
  };
}

function containers(...definitions: readonly object[]): string {
  return JSON.stringify(definitions.map((definition, index) => ({ name: `c${index}`, image: "a:1", ...definition })));
}

function service(task: object, instanceType: string, reservedMiB = "", further: object = {}) {
  const settings = Buffer.from(`echo ECS_RESERVED_MEMORY=${reservedMiB} >> /etc/ecs/ecs.config`).toString("base64");
  const parts = group({}, instanceType);
  return {
    ...parts,
    aws_launch_template: { t: { instance_type: instanceType, ...(reservedMiB === "" ? {} : { user_data: settings }) } },
    aws_ecs_cluster: { c: { name: "c" } },
    aws_ecs_task_definition: { d: { family: "d", container_definitions: containers({}), ...task } },
    aws_ecs_service: {
      s: {
        name: "s",
        cluster: "${aws_ecs_cluster.c.id}",
        task_definition: "${aws_ecs_task_definition.d.arn}",
        capacity_provider_strategy: [{ capacity_provider: "${aws_ecs_capacity_provider.p.name}" }],
        ...further,
      },
    },
  };
}

function role(service: string | readonly string[], condition?: object) {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } };
  const whole = condition === undefined ? statement : { ...statement, Condition: condition };
  return { aws_iam_role: { r: { assume_role_policy: JSON.stringify({ Statement: [whole] }) } } };
}

function policy(statement: object) {
  return { aws_iam_policy: { p: { policy: JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] }) } } };
}
