import { array } from "../intrinsic-functions";
import { type Definition, definition } from "../states-language";
import { call, PAGE } from "./call";

/**
 * Who leaves the cluster, by now: every instance that is draining, since its agent saw the warning itself (it looks each
 * second) or since scaling takes it, and the warned one in any case. A guard counts on none of them to stay. So thirty
 * guards of one moment come to the same answer, whichever is first: the floor rests on those that none of them takes away.
 *
 * Input: `instanceId`, `containerInstanceArn`. Output: pages in pages, each with `instanceIds` and `arns`.
 */
export function findLeaving(clusterArn: string): Definition {
  const list = { Cluster: clusterArn, Status: "DRAINING", MaxResults: PAGE };
  return definition({
    StartAt: "The warned one leaves",
    States: {
      "The warned one leaves": {
        Type: "Pass",
        Parameters: {
          found: { "instanceIds.$": array("$.instanceId"), "arns.$": array("$.containerInstanceArn") },
        },
        Next: "List draining instances",
      },
      "List draining instances": {
        ...call("ecs", "listContainerInstances", list),
        ResultPath: "$.page",
        Next: "Is one on this page?",
      },
      "List more draining instances": {
        ...call("ecs", "listContainerInstances", { ...list, "NextToken.$": "$.page.NextToken" }),
        ResultPath: "$.page",
        Next: "Is one on this page?",
      },
      // A page may be empty and not the last.
      "Is one on this page?": {
        Type: "Choice",
        Choices: [
          {
            Variable: "$.page.ContainerInstanceArns[0]",
            IsPresent: true,
            Next: "Describe draining instances",
          },
        ],
        Default: "Is there another page?",
      },
      "Describe draining instances": {
        ...call("ecs", "describeContainerInstances", {
          Cluster: clusterArn,
          "ContainerInstances.$": "$.page.ContainerInstanceArns",
        }),
        ResultSelector: {
          "instanceIds.$": "$.ContainerInstances[*].Ec2InstanceId",
          "arns.$": "$.ContainerInstances[*].ContainerInstanceArn",
        },
        ResultPath: "$.described",
        Next: "Add them",
      },
      "Add them": {
        Type: "Pass",
        Parameters: { "found.$": array("$.found", "$.described"), "page.$": "$.page" },
        Next: "Is there another page?",
      },
      "Is there another page?": {
        Type: "Choice",
        Choices: [{ Variable: "$.page.NextToken", IsPresent: true, Next: "List more draining instances" }],
        Default: "All who leave",
      },
      "All who leave": { Type: "Succeed", OutputPath: "$.found" },
    },
  });
}
