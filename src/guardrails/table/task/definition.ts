import type { Rule } from "../../rule";
import { declaresEc2 } from "../../rules/task/declares-ec2";
import { dynamicHostPorts } from "../../rules/task/dynamic-host-ports";
import { essentialContainer } from "../../rules/task/essential-container";
import { healthCheck } from "../../rules/task/health-check";
import { healthCheckTiming } from "../../rules/task/health-check-timing";
import { hostPortOfOwnAddress } from "../../rules/task/host-port-of-own-address";
import { imageTagPinned } from "../../rules/task/image-tag-pinned";
import { memoryAddsUp } from "../../rules/task/memory-adds-up";
import { memoryLimited } from "../../rules/task/memory-limited";
import { oldRevisionsStay } from "../../rules/task/old-revisions-stay";
import { platformStated } from "../../rules/task/platform-stated";
import { stopTimeoutSet } from "../../rules/task/stop-timeout-set";
import { timeToEnd } from "../../rules/task/time-to-end";

/** What a task definition says of its containers. */
export const definition: readonly Rule[] = [
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
    id: "task/platform-stated",
    severity: "low",
    title: "Task definitions say for which platform they are",
    why: "ECS takes x86 and Linux for granted; on a group of other processors the task is placed, and its image fails to start.",
    fix: "Set runtime_platform with cpu_architecture and operating_system_family.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: platformStated,
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
    id: "task/host-port-of-own-address",
    severity: "medium",
    title: "A task with an address of its own listens on the port that its container has",
    why: "In awsvpc mode there is no port to map: ECS refuses a hostPort that differs.",
    fix: "Leave hostPort out, or set it to containerPort.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"],
    check: hostPortOfOwnAddress,
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
    id: "task/health-check-timing",
    severity: "medium",
    title: "A container that fails is found in thirty seconds, and one that starts is let be",
    why: "Until then its requests fail. A check that may last longer than the time between two of them says nothing, and one that begins too early kills what is only starting.",
    fix: "Set interval and timeout, the timeout shorter, interval × retries of 30 seconds at most; startPeriod not shorter than the service's grace period.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html"],
    check: healthCheckTiming,
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
    id: "task/memory-limited",
    severity: "high",
    title: "Containers have a hard limit of memory",
    why: "Without one, a leak takes all of the instance's, and the kernel kills whichever task it likes.",
    fix: "Set memory in the container definition or on the task definition.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
    check: memoryLimited,
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
];
