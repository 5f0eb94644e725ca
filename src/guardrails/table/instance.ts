import type { Rule } from "../rule";
import { agentJoinsItsCluster } from "../rules/instance/agent-joins-its-cluster";
import { containerStopTimeout } from "../rules/instance/container-stop-timeout";
import { defaultVersionFollows } from "../rules/instance/default-version-follows";
import { detailedMonitoring } from "../rules/instance/detailed-monitoring";
import { ecsOptimizedImage } from "../rules/instance/ecs-optimized-image";
import { hopLimitOne } from "../rules/instance/hop-limit-one";
import { imageFitsInstanceTypes } from "../rules/instance/image-fits-instance-types";
import { imageOwnerNamed } from "../rules/instance/image-owner-named";
import { imagePullBehaviour } from "../rules/instance/image-pull-behaviour";
import { imdsv2Required } from "../rules/instance/imdsv2-required";
import { instanceProfile } from "../rules/instance/instance-profile";
import { interfacesGoWithInstances } from "../rules/instance/interfaces-go-with-instances";
import { launchedThingsTagged } from "../rules/instance/launched-things-tagged";
import { logDriversAvailable } from "../rules/instance/log-drivers-available";
import { logsByExecutionRole } from "../rules/instance/logs-by-execution-role";
import { metadataReachable } from "../rules/instance/metadata-reachable";
import { noKeyPair } from "../rules/instance/no-key-pair";
import { noPublicAddress } from "../rules/instance/no-public-address";
import { noSecretsInUserData } from "../rules/instance/no-secrets-in-user-data";
import { oneNetworkInterface } from "../rules/instance/one-network-interface";
import { privilegedContainersRefused } from "../rules/instance/privileged-containers-refused";
import { reservedMemory } from "../rules/instance/reserved-memory";
import { sessionManagerPermitted } from "../rules/instance/session-manager-permitted";
import { taskImdsBlocked } from "../rules/instance/task-imds-blocked";
import { taskRolesEnabled } from "../rules/instance/task-roles-enabled";
import { userDataRuns } from "../rules/instance/user-data-runs";
import { volumeHoldsTheImage } from "../rules/instance/volume-holds-the-image";

export const instance: readonly Rule[] = [
  {
    id: "instance/imdsv2-required",
    severity: "high",
    title: "Instances answer metadata requests with a session token only",
    why: "With IMDSv1, one forged request through an application hands out the instance's credentials.",
    fix: 'Set http_tokens = "required" in metadata_options of the launch template.',
    references: ["CKV_AWS_79", "FSBP EC2.8", "FSBP EC2.170"],
    check: imdsv2Required,
  },
  {
    id: "instance/hop-limit-one",
    severity: "high",
    title: "Metadata answers don't reach into containers",
    why: "With two hops, a container in bridge mode takes the instance's credentials. Not stated, the image decides, and Amazon Linux 2023 says two.",
    fix: "Set http_put_response_hop_limit = 1 in metadata_options of the launch template.",
    references: ["CKV_AWS_341"],
    check: hopLimitOne,
  },
  {
    id: "instance/task-imds-blocked",
    severity: "high",
    title: "Tasks in awsvpc mode can't reach the instance's metadata",
    why: "The hop limit doesn't hold them back: each task could take the instance's credentials, and with them act as the agent.",
    fix: "Add ECS_AWSVPC_BLOCK_IMDS=true to the agent's settings in the user data.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: taskImdsBlocked,
  },
  {
    id: "instance/no-public-address",
    severity: "high",
    title: "Instances have no public address",
    why: "With one, each instance stands in the internet, one mistake in a security group away from anybody. Where the template says nothing, the subnet decides.",
    fix: "Set associate_public_ip_address = false in network_interfaces of the launch template.",
    references: ["CKV_AWS_88", "FSBP EC2.9", "FSBP EC2.25"],
    check: noPublicAddress,
  },
  {
    id: "instance/one-network-interface",
    severity: "low",
    title: "Instances have one network interface",
    why: "A second interface joins two subnets behind the security groups' backs, and takes the place of a task in awsvpc mode.",
    fix: "Keep one network_interfaces block in the launch template.",
    references: ["FSBP EC2.17"],
    check: oneNetworkInterface,
  },
  {
    id: "instance/no-key-pair",
    severity: "medium",
    title: "Instances are launched without a key pair",
    why: "An SSH key is shared, never expires and leaves no name in a log; Session Manager needs none.",
    fix: "Take key_name out of the launch template.",
    references: ["https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html"],
    check: noKeyPair,
  },
  {
    id: "instance/session-manager-permitted",
    severity: "medium",
    title: "Instances may register with Systems Manager and open sessions",
    why: "Without it there is no way in when an instance misbehaves: no port is open, and there is no key pair.",
    fix: "Allow ssm:UpdateInstanceInformation and the four ssmmessages actions in the instance role's policy.",
    references: ["FSBP SSM.1"],
    check: sessionManagerPermitted,
  },
  {
    id: "instance/no-secrets-in-user-data",
    severity: "high",
    title: "User data holds no secret",
    why: "User data is readable by everything on the instance, and by whoever may describe the launch template.",
    fix: "Take the value out, change it, and have tasks read it by `secrets`.",
    references: ["CKV_AWS_46"],
    check: noSecretsInUserData,
  },
  {
    id: "instance/instance-profile",
    severity: "high",
    title: "ECS instances have an instance profile",
    why: "Without one the agent has no credentials: the instance runs, is paid for, and never joins the cluster.",
    fix: "Set iam_instance_profile in the launch template.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"],
    check: instanceProfile,
  },
  {
    id: "instance/ecs-optimized-image",
    severity: "medium",
    title: "Instances start from the newest ECS-optimized Amazon Linux 2023",
    why: "A fixed image id ages: every new instance comes with the holes and the agent of the day it was written down.",
    fix: 'Set image_id = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id".',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html"],
    check: ecsOptimizedImage,
  },
  {
    id: "instance/image-owner-named",
    severity: "high",
    title: "Images are looked up among those of a named owner",
    why: "Anybody may publish an image under any name: the newest one of that name may be somebody else's, and it then runs with your roles.",
    fix: 'Set owners in the data source, to "amazon" or an account, or take the image from a public parameter of AWS.',
    references: ["CKV_AWS_386", "AVD-AWS-0344"],
    check: imageOwnerNamed,
  },
  {
    id: "instance/launched-things-tagged",
    severity: "low",
    title: "What a launch template launches is tagged, as everything else: instances and volumes",
    why: "The provider's default tags don't reach them: nobody can tell later whose instance or whose forgotten volume it is.",
    fix: "Add tag_specifications for instance and volume to the launch template, with the provider's default tags.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template"],
    check: launchedThingsTagged,
  },
  {
    id: "instance/detailed-monitoring",
    severity: "low",
    title: "ECS instances are measured every minute",
    why: "Basic monitoring is one point in five minutes: a reclaim or an overload is over before it shows.",
    fix: "Set enabled = true in monitoring of the launch template.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html"],
    check: detailedMonitoring,
  },
  {
    id: "instance/agent-joins-its-cluster",
    severity: "high",
    title: "Instances join the cluster that their capacity provider belongs to",
    why: 'Otherwise they join "default" or another one: the group grows to its maximum, and tasks wait all the same.',
    fix: "Set ECS_CLUSTER to the cluster's name in the agent's settings in the user data.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: agentJoinsItsCluster,
  },
  {
    id: "instance/image-fits-instance-types",
    severity: "high",
    title: "Images are for the architecture of the instance types",
    why: "EC2 refuses to launch the instance: the group stays short of those types, or empty.",
    fix: "Take the image's parameter with /arm64/ for Graviton types, and the one without it for others.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html"],
    check: imageFitsInstanceTypes,
  },
  {
    id: "instance/user-data-runs",
    severity: "high",
    title: "User data is a script that writes the agent's settings",
    why: "Cloud-init passes by what it doesn't know: the agent starts with its defaults, in a cluster named default.",
    fix: "Begin the script with #!/bin/bash, and let it write to /etc/ecs/ecs.config.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bootstrap_container_instance.html"],
    check: userDataRuns,
  },
  {
    id: "instance/task-roles-enabled",
    severity: "medium",
    title: "ECS agents give tasks the roles of their own",
    why: "The agent's own default is no: on an image that doesn't set it, containers get no credentials, or take the instance's where they can.",
    fix: "Write ECS_ENABLE_TASK_IAM_ROLE=true to /etc/ecs/ecs.config in the user data.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: taskRolesEnabled,
  },
  {
    id: "instance/logs-by-execution-role",
    severity: "medium",
    title: "Logs are written as the task's execution role",
    why: "Else the instance's role writes them: it must then be allowed every task's log, and who breaks out has them all.",
    fix: "Write ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true to /etc/ecs/ecs.config in the user data.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: logsByExecutionRole,
  },
  {
    id: "instance/log-drivers-available",
    severity: "medium",
    title: "ECS agents know the log drivers that tasks ask for",
    why: "The agent's own default is json-file: on an image that sets no more, ECS places no task that logs otherwise.",
    fix: `Write ECS_AVAILABLE_LOGGING_DRIVERS=["json-file","awslogs"] to /etc/ecs/ecs.config in the user data.`,
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: logDriversAvailable,
  },
  {
    id: "instance/privileged-containers-refused",
    severity: "medium",
    title: "ECS agents refuse privileged containers",
    why: "One task definition with privileged = true is root on the instance and all of its tasks; the agent is the last to say no.",
    fix: "Add ECS_DISABLE_PRIVILEGED=true to the agent's settings in the user data.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: privilegedContainersRefused,
  },
  {
    id: "instance/image-pull-behaviour",
    severity: "medium",
    title: "Instances use the images that they have",
    why: "By default every start of a task asks the registry: while that is away or throttles, nothing restarts.",
    fix: "Add ECS_IMAGE_PULL_BEHAVIOR=once (or prefer-cached) to the agent's settings; tags must not be reused.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: imagePullBehaviour,
  },
  {
    id: "instance/container-stop-timeout",
    severity: "low",
    title: "The agent's stop timeout is stated",
    why: "A container without one of its own gets what the agent has; left to a default, nobody has set it against Spot's two minutes.",
    fix: "Add ECS_CONTAINER_STOP_TIMEOUT, such as 30s, to the agent's settings in the user data.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: containerStopTimeout,
  },
  {
    id: "instance/reserved-memory",
    severity: "medium",
    title: "Instances keep memory back from tasks, 256 MiB or more",
    why: "The agent offers all memory to tasks by default: a full instance kills the agent or Docker first.",
    fix: "Add ECS_RESERVED_MEMORY, 256 or more, to the agent's settings in the user data.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: reservedMemory,
  },
  {
    id: "instance/interfaces-go-with-instances",
    severity: "low",
    title: "Network interfaces go with their instance",
    why: "Those that stay keep an address each, and their security group: after a month of Spot the subnet is full, and the group can never be deleted.",
    fix: "Set delete_on_termination = true in network_interfaces.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html"],
    check: interfacesGoWithInstances,
  },
  {
    id: "instance/metadata-reachable",
    severity: "medium",
    title: "Instances can ask for their metadata",
    why: "The ECS agent has its credentials, its instance id and the notice of a reclaim from there: without it, the instance never joins.",
    fix: 'Set http_endpoint = "enabled" in metadata_options, and instance_metadata_tags = "disabled": what tags say is not for containers.',
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html"],
    check: metadataReachable,
  },
  {
    id: "instance/volume-holds-the-image",
    severity: "medium",
    title: "Root volumes have room for images and logs",
    why: "EC2 refuses a volume smaller than the image's, which is 30 GiB; one that is full stops every task of the instance.",
    fix: "Set volume_size = 30 or more, or leave it out.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_AMI.html"],
    check: volumeHoldsTheImage,
  },
  {
    id: "instance/default-version-follows",
    severity: "low",
    title: "The default version of a launch template is the newest",
    why: "What is launched by hand, by a test or by another tool takes the default: an old image with old settings.",
    fix: "Set update_default_version = true.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-launch-template-versions.html"],
    check: defaultVersionFollows,
  },
];
