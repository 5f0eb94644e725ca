import type { Rule } from "../rule";
import { capabilitiesDropped } from "../rules/task/capabilities-dropped";
import { declaresEc2 } from "../rules/task/declares-ec2";
import { dynamicHostPorts } from "../rules/task/dynamic-host-ports";
import { essentialContainer } from "../rules/task/essential-container";
import { healthCheck } from "../rules/task/health-check";
import { healthCheckTiming } from "../rules/task/health-check-timing";
import { hostPortOfOwnAddress } from "../rules/task/host-port-of-own-address";
import { imageAndLogPermitted } from "../rules/task/image-and-log-permitted";
import { imageTagPinned } from "../rules/task/image-tag-pinned";
import { initProcess } from "../rules/task/init-process";
import { logBuffer } from "../rules/task/log-buffer";
import { logsConfigured } from "../rules/task/logs-configured";
import { logsNonBlocking } from "../rules/task/logs-non-blocking";
import { memoryAddsUp } from "../rules/task/memory-adds-up";
import { memoryLimited } from "../rules/task/memory-limited";
import { noHostNetwork } from "../rules/task/no-host-network";
import { noHostPaths } from "../rules/task/no-host-paths";
import { noHostProcesses } from "../rules/task/no-host-processes";
import { noPowerfulCapabilities } from "../rules/task/no-powerful-capabilities";
import { noSecretsInEnvironment } from "../rules/task/no-secrets-in-environment";
import { nonRootUser } from "../rules/task/non-root-user";
import { notPrivileged } from "../rules/task/not-privileged";
import { oldRevisionsStay } from "../rules/task/old-revisions-stay";
import { ownLogGroup } from "../rules/task/own-log-group";
import { platformStated } from "../rules/task/platform-stated";
import { readOnlyRoot } from "../rules/task/read-only-root";
import { rolesApart } from "../rules/task/roles-apart";
import { secretsByArn } from "../rules/task/secrets-by-arn";
import { secretsNotOverGranted } from "../rules/task/secrets-not-over-granted";
import { secretsReadable } from "../rules/task/secrets-readable";
import { stopTimeoutSet } from "../rules/task/stop-timeout-set";
import { temporaryFiles } from "../rules/task/temporary-files";
import { timeToEnd } from "../rules/task/time-to-end";

export const task: readonly Rule[] = [
  {
    id: "task/declares-ec2",
    severity: "low",
    title: "Tasks that run on instances say so when they are registered",
    why: "Otherwise a setting that EC2 doesn't take shows only when the task fails to start.",
    fix: 'Set requires_compatibilities = ["EC2"] on the task definition.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: declaresEc2,
  },
  {
    id: "task/no-host-network",
    severity: "high",
    title: "Tasks don't share the instance's network",
    why: "In host mode a task reaches everything that listens on the instance, its metadata too, whatever the hop limit.",
    fix: 'Set network_mode = "awsvpc" or "bridge".',
    references: ["FSBP ECS.17", "Prowler ecs_task_definitions_host_networking_mode_users"],
    check: noHostNetwork,
  },
  {
    id: "task/dynamic-host-ports",
    severity: "high",
    title: "Containers in bridge mode have dynamic host ports",
    why: "A fixed port allows one task an instance: a deployment finds no room for its new tasks, and waits for instances.",
    fix: "Set hostPort = 0 in portMappings.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-networkmode-bridge.html"],
    check: dynamicHostPorts,
  },
  {
    id: "task/no-host-processes",
    severity: "high",
    title: "Tasks don't share the instance's processes or memory segments",
    why: "A container that sees them reads the environment of every other task, secrets and all.",
    fix: "Take pid_mode and ipc_mode out of the task definition.",
    references: ["CKV_AWS_335", "FSBP ECS.3"],
    check: noHostProcesses,
  },
  {
    id: "task/no-host-paths",
    severity: "high",
    title: "Tasks mount nothing of the instance's file system",
    why: "Through the Docker socket or /etc a container is root on the instance and all of its tasks.",
    fix: "Take host_path out of the volume; an agent that needs it deserves an exemption with a reason.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html"],
    check: noHostPaths,
  },
  {
    id: "task/non-root-user",
    severity: "high",
    title: "Containers don't run as root",
    why: "A hole in the application is then root in the container, one kernel bug away from root on the instance.",
    fix: "Set user in the container definition, such as 1000:1000.",
    references: ["FSBP ECS.20"],
    check: nonRootUser,
  },
  {
    id: "task/read-only-root",
    severity: "medium",
    title: "Containers have a read-only root file system",
    why: "Whoever gets in can otherwise put tools there, or change the application itself.",
    fix: "Set readonlyRootFilesystem = true, and give it a tmpfs or a volume for what it must write.",
    references: ["CKV_AWS_336", "FSBP ECS.5"],
    check: readOnlyRoot,
  },
  {
    id: "task/not-privileged",
    severity: "high",
    title: "Containers aren't privileged",
    why: "A privileged container is root on the instance, and so on every task there.",
    fix: "Set privileged = false in the container definition.",
    references: ["CKV_AWS_334", "FSBP ECS.4"],
    check: notPrivileged,
  },
  {
    id: "task/capabilities-dropped",
    severity: "medium",
    title: "Containers drop all Linux capabilities",
    why: "Docker leaves fourteen of them: raw sockets, changed owners, other users' processes.",
    fix: 'Add "ALL" to linuxParameters.capabilities.drop, and what is really needed to add.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: capabilitiesDropped,
  },
  {
    id: "task/no-powerful-capabilities",
    severity: "high",
    title: "Containers get no capability that leads out of them",
    why: "SYS_ADMIN and its like are root on the instance by another name.",
    fix: "Take it out of linuxParameters.capabilities.add.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: noPowerfulCapabilities,
  },
  {
    id: "task/essential-container",
    severity: "high",
    title: "Each task has a container whose end is the task's",
    why: "ECS refuses a task without one; and what isn't essential dies without being replaced.",
    fix: "Set essential = true on the container that serves, or leave it out: true is the default.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: essentialContainer,
  },
  {
    id: "task/health-check",
    severity: "medium",
    title: "Essential containers have a health check of their own",
    why: "One that hangs but is not behind a load balancer, or not yet, is running for ECS, for ever.",
    fix: "Add healthCheck with a command to the container definition.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html"],
    check: healthCheck,
  },
  {
    id: "task/stop-timeout-set",
    severity: "low",
    title: "Containers state how long they may take to stop",
    why: "Left out, it is the agent's, then 30 seconds: nobody has set it against what the application needs and Spot gives.",
    fix: "Set stopTimeout in the container definition.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: stopTimeoutSet,
  },
  {
    id: "task/memory-limited",
    severity: "high",
    title: "Containers have a hard limit of memory",
    why: "Without one, a leak takes all of the instance's, and the kernel kills whichever task it likes.",
    fix: "Set memory in the container definition or on the task definition.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: memoryLimited,
  },
  {
    id: "task/image-tag-pinned",
    severity: "medium",
    title: "Images are named by a tag other than latest, or by a digest",
    why: "With latest, two tasks of one deployment run different code, and a rollback brings nothing back.",
    fix: "Give the image a tag that is never reused, or a digest.",
    references: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html"],
    check: imageTagPinned,
  },
  {
    id: "task/old-revisions-stay",
    severity: "medium",
    title: "The previous revision of a task definition stays registered",
    why: "Terraform deregisters it with the new one: the deployment that must go back has nothing to start from.",
    fix: "Set skip_destroy = true on the task definition.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"],
    check: oldRevisionsStay,
  },
  {
    id: "task/secrets-by-arn",
    severity: "high",
    title: "Secrets are named by the ARN of a parameter or a secret",
    why: "A bare name is looked up in whatever region and account the task is in; anything else is the secret itself.",
    fix: "Set valueFrom to the ARN of an SSM parameter or of a Secrets Manager secret.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html"],
    check: secretsByArn,
  },
  {
    id: "task/no-secrets-in-environment",
    severity: "high",
    title: "Environment variables hold no secret",
    why: "They stand in the state, in the task definition and in every description of it, in plain text.",
    fix: "Put the value into an SSM parameter or a secret, name its ARN in secrets, and change the value.",
    references: ["FSBP ECS.8", "AVD-AWS-0036"],
    check: noSecretsInEnvironment,
  },
  {
    id: "task/secrets-readable",
    severity: "high",
    title: "The execution role may read the secrets of its containers",
    why: "Otherwise no task starts: it stops before there is a log, and retries ever more slowly, up to 15 minutes.",
    fix: "Allow ssm:GetParameters or secretsmanager:GetSecretValue on their ARNs in the execution role's policy.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"],
    check: secretsReadable,
  },
  {
    id: "task/secrets-not-over-granted",
    severity: "high",
    title: "The execution role may read its containers' secrets and no others",
    why: "Whoever can start a task with that role reads every secret that it may read.",
    fix: "List the exact ARNs that the containers have in secrets, without a wildcard.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"],
    check: secretsNotOverGranted,
  },
  {
    id: "task/image-and-log-permitted",
    severity: "high",
    title: "The execution role may pull the image and write the log",
    why: "Otherwise no task starts, and none says why in a log.",
    fix: "Allow ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on the repository, logs:CreateLogStream and logs:PutLogEvents on the log group.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"],
    check: imageAndLogPermitted,
  },
  {
    id: "task/roles-apart",
    severity: "high",
    title: "Tasks have an execution role and another role, which nobody else takes",
    why: "With one role for both, the application may read every secret and pull every image that the agent may; with none, it is anybody's guess what it may; with another service's, it may what that one may.",
    fix: "Set execution_role_arn and task_role_arn to two roles, the latter to one of the task's own.",
    references: ["CKV_AWS_249"],
    check: rolesApart,
  },
  {
    id: "task/logs-configured",
    severity: "high",
    title: "Containers' logs leave the instance",
    why: "Otherwise they are gone with it, on Spot within two minutes.",
    fix: "Set logConfiguration with awslogs and a log group, or another driver that sends.",
    references: ["FSBP ECS.9"],
    check: logsConfigured,
  },
  {
    id: "task/logs-non-blocking",
    severity: "high",
    title: "Containers don't wait for their logs to be taken",
    why: "In blocking mode, an outage of CloudWatch Logs stops the application at its next line. Left out, an account's setting decides.",
    fix: 'Set mode = "non-blocking" in the options of logConfiguration.',
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
      "Prowler ecs_task_definitions_logging_block_mode",
    ],
    check: logsNonBlocking,
  },
  {
    id: "task/own-log-group",
    severity: "low",
    title: "Each task definition has a log group of its own",
    why: "In a shared one, nobody can give one service's logs to somebody, keep them longer, or see which one fills it.",
    fix: "Give each an aws_cloudwatch_log_group, and name it in awslogs-group.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"],
    check: ownLogGroup,
  },
  {
    id: "task/memory-adds-up",
    severity: "medium",
    title: "A task's memory is that of its containers together",
    why: "A task with more than its containers may use holds memory on the instance that nothing can touch; with less ECS refuses it.",
    fix: "Set memory of the task to the sum of its containers' memory, or leave one of the two out.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: memoryAddsUp,
  },
  {
    id: "task/init-process",
    severity: "low",
    title: "Containers have an init process",
    why: "As process 1 an application doesn't get the default action of SIGTERM, so that it is killed in mid-request at the end of its stop timeout, and what it leaves behind stays a zombie.",
    fix: "Set linuxParameters.initProcessEnabled = true.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html"],
    check: initProcess,
  },
  {
    id: "task/temporary-files",
    severity: "low",
    title: "Files in memory run nothing, and have room",
    why: "A place to write is what an intruder needs to bring a program along: noexec keeps it from running, nosuid and nodev from becoming more. A read-only container without one can't even write /tmp.",
    fix: "Give containers with a read-only root a tmpfs at /tmp with mountOptions noexec, nosuid and nodev, of 16 MiB or more and less than half of their memory.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html"],
    check: temporaryFiles,
  },
  {
    id: "task/host-port-of-own-address",
    severity: "medium",
    title: "A task with an address of its own listens on the port that its container has",
    why: "In awsvpc mode there is no port to map: ECS refuses a hostPort that differs.",
    fix: "Leave hostPort out, or set it to containerPort.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"],
    check: hostPortOfOwnAddress,
  },
  {
    id: "task/platform-stated",
    severity: "low",
    title: "Task definitions say for which platform they are",
    why: "ECS takes x86 and Linux for granted; on a group of other processors the task is placed, and its image fails to start.",
    fix: "Set runtime_platform with cpu_architecture and operating_system_family.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: platformStated,
  },
  {
    id: "task/log-buffer",
    severity: "low",
    title: "Logs that nobody waits for have a buffer of 4 MiB",
    why: "A non-blocking container drops what its buffer can't hold: the lines of the minute in which something went wrong, first of all.",
    fix: 'Set max-buffer-size = "4m" or more in the options of awslogs.',
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
      "https://aws.amazon.com/blogs/containers/preventing-log-loss-with-non-blocking-mode-in-the-awslogs-container-log-driver/",
    ],
    check: logBuffer,
  },
  {
    id: "task/time-to-end",
    severity: "medium",
    title: "Containers and requests get thirty seconds to end",
    why: "What is cut short is a failed request for a user: on every deployment, every scale-in and every reclaim.",
    fix: "Set stopTimeout of containers and ECS_CONTAINER_STOP_TIMEOUT to 30 seconds or more, and deregistration_delay too.",
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html",
    ],
    check: timeToEnd,
  },
  {
    id: "task/health-check-timing",
    severity: "medium",
    title: "A container that fails is found in thirty seconds, and one that starts is let be",
    why: "Until then its requests fail. A check that may last longer than the time between two of them says nothing, and one that begins too early kills what is only starting.",
    fix: "Set interval and timeout, the timeout shorter, interval × retries of 30 seconds at most; startPeriod not shorter than the service's grace period.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html"],
    check: healthCheckTiming,
  },
];
