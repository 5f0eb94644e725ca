import { array, arrayContains } from "../intrinsic-functions";
import { type Definition, definition } from "../states-language";
import { call, PAGE } from "./call";

/**
 * Addresses of a service's tasks that have a network interface of their own: the warned instance's, and those of all
 * instances that leave. The load balancer knows such a task by its address, and nothing but ECS knows whose that is.
 *
 * Input: `group`, `containerInstanceArn`, `leavingArns`. Output: pages in pages, each of tasks with `own` and `leaving`.
 */
export function findAddresses(clusterArn: string): Definition {
  const list = { Cluster: clusterArn, "ServiceName.$": "$.group.service", MaxResults: PAGE } as const;
  return definition({
    StartAt: "No addresses yet",
    States: {
      "No addresses yet": { Type: "Pass", Result: [], ResultPath: "$.found", Next: "List tasks" },
      "List tasks": { ...call("ecs", "listTasks", list), ResultPath: "$.page", Next: "Is a task on this page?" },
      "List more tasks": {
        ...call("ecs", "listTasks", { ...list, "NextToken.$": "$.page.NextToken" }),
        ResultPath: "$.page",
        Next: "Is a task on this page?",
      },
      "Is a task on this page?": {
        Type: "Choice",
        Choices: [{ Variable: "$.page.TaskArns[0]", IsPresent: true, Next: "Describe tasks" }],
        Default: "Is there another page of tasks?",
      },
      "Describe tasks": {
        ...call("ecs", "describeTasks", { Cluster: clusterArn, "Tasks.$": "$.page.TaskArns" }),
        ResultSelector: { "tasks.$": "$.Tasks" },
        ResultPath: "$.described",
        Next: "Whose addresses are they?",
      },
      "Whose addresses are they?": {
        Type: "Map",
        ItemsPath: "$.described.tasks",
        ItemSelector: {
          "task.$": "$$.Map.Item.Value",
          "containerInstanceArn.$": "$.containerInstanceArn",
          "leavingArns.$": "$.leavingArns",
        },
        ItemProcessor: addressesOfTask(),
        ResultPath: "$.described",
        Next: "Add their addresses",
      },
      "Add their addresses": {
        Type: "Pass",
        Parameters: {
          "group.$": "$.group",
          "containerInstanceArn.$": "$.containerInstanceArn",
          "leavingArns.$": "$.leavingArns",
          "page.$": "$.page",
          "found.$": array("$.found", "$.described"),
        },
        Next: "Is there another page of tasks?",
      },
      "Is there another page of tasks?": {
        Type: "Choice",
        Choices: [{ Variable: "$.page.NextToken", IsPresent: true, Next: "List more tasks" }],
        Default: "All their addresses",
      },
      "All their addresses": { Type: "Succeed", OutputPath: "$.found" },
    },
  });
}

/** One task has no place yet, or no interface: then it is in no load balancer either. */
function addressesOfTask(): Definition {
  return definition({
    StartAt: "Has it an address?",
    States: {
      "Has it an address?": {
        Type: "Choice",
        Choices: [
          {
            And: [
              { Variable: "$.task.ContainerInstanceArn", IsPresent: true },
              { Variable: "$.task.Attachments[0]", IsPresent: true },
            ],
            Next: "Read its address",
          },
        ],
        Default: "It stays",
      },
      "Read its address": {
        Type: "Pass",
        Parameters: {
          "addresses.$": "$.task.Attachments[*].Details[?(@.Name == 'privateIPv4Address')].Value",
          "isOwn.$": arrayContains(array("$.containerInstanceArn"), "$.task.ContainerInstanceArn"),
          "isLeaving.$": arrayContains("$.leavingArns", "$.task.ContainerInstanceArn"),
        },
        Next: "Does it leave?",
      },
      "Does it leave?": {
        Type: "Choice",
        Choices: [
          { Variable: "$.isOwn", BooleanEquals: true, Next: "It is the warned one's" },
          { Variable: "$.isLeaving", BooleanEquals: true, Next: "It leaves" },
        ],
        Default: "It stays",
      },
      "It is the warned one's": {
        Type: "Pass",
        Parameters: { "own.$": "$.addresses", "leaving.$": "$.addresses" },
        End: true,
      },
      "It leaves": { Type: "Pass", Parameters: { own: [], "leaving.$": "$.addresses" }, End: true },
      "It stays": { Type: "Pass", Result: { own: [], leaving: [] }, End: true },
    },
  });
}
