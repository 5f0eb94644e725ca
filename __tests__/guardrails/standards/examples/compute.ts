import type { Example } from "../example";

/** Clusters, services, tasks, groups, instances. */
export const compute: readonly Example[] = [
  {
    ids: ["CKV2_AWS_15", "FSBP AutoScaling.1"],
    at: "aws_autoscaling_group.own",
    edit: (json) =>
      json.add(
        "aws_autoscaling_group.own",
        { health_check_type: "EC2", target_group_arns: ["${aws_lb_target_group.web.arn}"] },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_153"],
    at: "aws_autoscaling_group.capacity",
    edit: (json) => json.unset("aws_autoscaling_group.capacity", "tag"),
  },
  {
    ids: ["CKV_AWS_315", "FSBP AutoScaling.9"],
    at: "aws_autoscaling_group.capacity",
    edit: (json) => {
      json.unset("aws_autoscaling_group.capacity", "mixed_instances_policy");
      json.set("aws_autoscaling_group.capacity", "launch_configuration", "own");
    },
  },
  {
    ids: ["FSBP AutoScaling.2"],
    at: "aws_autoscaling_group.capacity",
    edit: (json) =>
      json.set("aws_autoscaling_group.capacity", "vpc_zone_identifier", ["${aws_subnet.network_private_a.id}"]),
  },
  {
    ids: ["FSBP AutoScaling.6", "Prowler autoscaling_group_multiple_instance_types"],
    at: "aws_autoscaling_group.capacity",
    edit: (json) =>
      json.set("aws_autoscaling_group.capacity", "mixed_instances_policy.launch_template.override", [
        { instance_type: "m6i.large" },
      ]),
  },
  {
    ids: ["Prowler autoscaling_group_capacity_rebalance_enabled"],
    at: "aws_autoscaling_group.capacity",
    edit: (json) => json.set("aws_autoscaling_group.capacity", "capacity_rebalance", false),
  },
  {
    ids: ["CKV_AWS_65", "FSBP ECS.12"],
    at: "aws_ecs_cluster.cluster",
    edit: (json) => json.set("aws_ecs_cluster.cluster", "setting.0.value", "disabled"),
  },
  {
    ids: ["CKV_AWS_223"],
    at: "aws_ecs_cluster.cluster",
    edit: (json) => json.set("aws_ecs_cluster.cluster", "configuration.execute_command_configuration.logging", "NONE"),
  },
  {
    ids: ["CKV_AWS_224"],
    at: "aws_ecs_cluster.cluster",
    edit: (json) => json.unset("aws_ecs_cluster.cluster", "configuration.execute_command_configuration.kms_key_id"),
  },
  {
    ids: ["CKV_AWS_333", "FSBP ECS.2"],
    at: "aws_ecs_service.api",
    edit: (json) => json.set("aws_ecs_service.api", "network_configuration.assign_public_ip", true),
  },
  {
    ids: ["CKV_AWS_249"],
    at: "aws_ecs_task_definition.web",
    edit: (json) => json.set("aws_ecs_task_definition.web", "task_role_arn", "${aws_iam_role.web_execution.arn}"),
  },
  {
    ids: ["CKV_AWS_334", "FSBP ECS.4"],
    at: "aws_ecs_task_definition.web",
    edit: (json) => json.set("aws_ecs_task_definition.web", "container_definitions.0.privileged", true),
  },
  {
    ids: ["CKV_AWS_335", "FSBP ECS.3"],
    at: "aws_ecs_task_definition.web",
    edit: (json) => json.set("aws_ecs_task_definition.web", "pid_mode", "host"),
  },
  {
    ids: ["CKV_AWS_336", "FSBP ECS.5"],
    at: "aws_ecs_task_definition.web",
    edit: (json) => json.set("aws_ecs_task_definition.web", "container_definitions.0.readonlyRootFilesystem", false),
  },
  {
    ids: ["FSBP ECS.8", "AVD-AWS-0036"],
    at: "aws_ecs_task_definition.web",
    edit: (json) =>
      json.set("aws_ecs_task_definition.web", "container_definitions.0.environment.1", {
        name: "AWS_SECRET_ACCESS_KEY",
        value: "not-really-one-of-them",
      }),
  },
  {
    ids: ["FSBP ECS.9"],
    at: "aws_ecs_task_definition.web",
    edit: (json) => json.unset("aws_ecs_task_definition.web", "container_definitions.0.logConfiguration"),
  },
  {
    ids: ["FSBP ECS.17", "Prowler ecs_task_definitions_host_networking_mode_users"],
    at: "aws_ecs_task_definition.web",
    edit: (json) => json.set("aws_ecs_task_definition.web", "network_mode", "host"),
  },
  {
    ids: ["FSBP ECS.19"],
    at: "aws_ecs_capacity_provider.capacity",
    edit: (json) =>
      json.set(
        "aws_ecs_capacity_provider.capacity",
        "auto_scaling_group_provider.managed_termination_protection",
        "DISABLED",
      ),
  },
  {
    ids: ["FSBP ECS.20"],
    at: "aws_ecs_task_definition.web",
    edit: (json) => json.unset("aws_ecs_task_definition.web", "container_definitions.0.user"),
  },
  {
    ids: ["Prowler ecs_task_definitions_logging_block_mode"],
    at: "aws_ecs_task_definition.web",
    edit: (json) => json.unset("aws_ecs_task_definition.web", "container_definitions.0.logConfiguration.options.mode"),
  },
  {
    ids: ["CKV_AWS_46"],
    at: "aws_launch_template.capacity",
    edit: (json) =>
      json.set(
        "aws_launch_template.capacity",
        "user_data",
        Buffer.from("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE").toString("base64"),
      ),
  },
  {
    ids: ["CKV_AWS_79", "FSBP EC2.170"],
    at: "aws_launch_template.capacity",
    edit: (json) => json.set("aws_launch_template.capacity", "metadata_options.http_tokens", "optional"),
  },
  {
    ids: ["CKV_AWS_79", "FSBP EC2.8"],
    at: "aws_instance.own",
    edit: (json) => json.add("aws_instance.own", { metadata_options: { http_tokens: "optional" } }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_88", "FSBP EC2.25"],
    at: "aws_launch_template.capacity",
    edit: (json) =>
      json.set("aws_launch_template.capacity", "network_interfaces.0.associate_public_ip_address", "true"),
  },
  {
    ids: ["CKV_AWS_88", "FSBP EC2.9"],
    at: "aws_instance.own",
    edit: (json) => json.add("aws_instance.own", { associate_public_ip_address: true }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_341"],
    at: "aws_launch_template.capacity",
    edit: (json) => json.set("aws_launch_template.capacity", "metadata_options.http_put_response_hop_limit", 2),
  },
  {
    ids: ["FSBP EC2.3", "FSBP EC2.181"],
    at: "aws_launch_template.capacity",
    edit: (json) => json.set("aws_launch_template.capacity", "block_device_mappings.0.ebs.encrypted", "false"),
  },
  {
    ids: ["FSBP EC2.3"],
    at: "aws_ebs_volume.own",
    edit: (json) => json.add("aws_ebs_volume.own", { encrypted: false }, "aws_vpc.network"),
  },
  {
    ids: ["FSBP EC2.17"],
    at: "aws_launch_template.capacity",
    edit: (json) =>
      json.set("aws_launch_template.capacity", "network_interfaces.1", {
        associate_public_ip_address: "false",
        device_index: 1,
      }),
  },
  {
    ids: ["FSBP SSM.1"],
    at: "aws_iam_role.instance",
    edit: (json) => json.unset("aws_iam_role_policy.instance", "policy.Statement.3"),
  },
  {
    ids: ["CKV_AWS_41"],
    at: "provider.aws",
    edit: (json) =>
      json.editDocument("production-platform", (document) => {
        document.provider = {
          aws: [{ region: "us-east-1", access_key: "AKIAIOSFODNN7EXAMPLE", secret_key: "no-secret" }],
        };
      }),
  },
  {
    ids: ["CKV_AWS_386", "AVD-AWS-0344"],
    at: "data.aws_ami.own",
    edit: (json) =>
      json.editDocument("production-platform", (document) => {
        const filter = [{ name: "name", values: ["amzn2-ami-ecs-*"] }];
        document.data = { aws_ami: { own: { most_recent: true, filter } } };
      }),
  },
];
