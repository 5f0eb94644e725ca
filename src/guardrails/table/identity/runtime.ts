import type { Rule } from "../../rule";
import { agentBoundToItsCluster } from "../../rules/identity/agent-bound-to-its-cluster";
import { agentMayJoin } from "../../rules/identity/agent-may-join";
import { flowLogRoleMayWrite } from "../../rules/identity/flow-log-role-may-write";
import { instanceRoleReadsNoSecrets } from "../../rules/identity/instance-role-reads-no-secrets";

/** Roles of instances, tasks and logs. */
export const runtime: readonly Rule[] = [
  {
    id: "identity/agent-may-join",
    severity: "high",
    title: "The instance role lets the ECS agent do its work",
    why: "Otherwise instances run and are paid for, and never join the cluster; or ECS never hears that a task has stopped.",
    fix: "Allow the agent's calls on the cluster and its container instances in the instance role's policy.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"],
    check: agentMayJoin,
  },
  {
    id: "identity/agent-bound-to-its-cluster",
    severity: "medium",
    title: "ECS agents act as instances of their own cluster only",
    why: "One instance that is broken into drains the instances of every other cluster, or listens to their tasks.",
    fix: "Put a condition on ecs:cluster to each statement that allows ecs:Poll, ecs:StartTelemetrySession or ecs:UpdateContainerInstancesState.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"],
    check: agentBoundToItsCluster,
  },
  {
    id: "identity/flow-log-role-may-write",
    severity: "medium",
    title: "The role of a flow log may write it",
    why: "Otherwise the flow log is there, costs nothing, and stays empty: nobody notices before it is needed.",
    fix: "Allow logs:CreateLogStream and logs:PutLogEvents on the log group in the role's policy.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html"],
    check: flowLogRoleMayWrite,
  },
  {
    id: "identity/instance-role-reads-no-secrets",
    severity: "high",
    title: "Instances themselves can't read secrets",
    why: "Whatever escapes from a container is the instance: with that right it has the secrets of every service on it.",
    fix: "Leave reading to the execution roles; AmazonSSMManagedInstanceCore reads every parameter of the account.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"],
    check: instanceRoleReadsNoSecrets,
  },
];
