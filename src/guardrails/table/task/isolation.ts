import type { Rule } from "../../rule";
import { capabilitiesDropped } from "../../rules/task/capabilities-dropped";
import { initProcess } from "../../rules/task/init-process";
import { noHostNetwork } from "../../rules/task/no-host-network";
import { noHostPaths } from "../../rules/task/no-host-paths";
import { noHostProcesses } from "../../rules/task/no-host-processes";
import { noPowerfulCapabilities } from "../../rules/task/no-powerful-capabilities";
import { nonRootUser } from "../../rules/task/non-root-user";
import { notPrivileged } from "../../rules/task/not-privileged";
import { readOnlyRoot } from "../../rules/task/read-only-root";
import { temporaryFiles } from "../../rules/task/temporary-files";

/** What a container may do to its instance and to others. */
export const isolation: readonly Rule[] = [
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
    id: "task/temporary-files",
    severity: "low",
    title: "Files in memory run nothing, and have room",
    why: "A place to write is what an intruder needs to bring a program along: noexec keeps it from running, nosuid and nodev from becoming more. A read-only container without one can't even write /tmp.",
    fix: "Give containers with a read-only root a tmpfs at /tmp with mountOptions noexec, nosuid and nodev, of 16 MiB or more and less than half of their memory.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html"],
    check: temporaryFiles,
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
];
