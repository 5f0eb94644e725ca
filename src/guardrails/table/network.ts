import type { Rule } from "../rule";
import { flowLogs } from "../rules/network/flow-logs";

export const network: readonly Rule[] = [
  {
    id: "network/flow-logs",
    severity: "medium",
    title: "Each VPC has a flow log that records rejected traffic",
    why: "Without it nobody can say afterwards who reached what, nor why a connection was refused.",
    fix: 'Add an aws_flow_log with the VPC as vpc_id and traffic_type = "ALL" (or "REJECT").',
    references: ["CKV2_AWS_11", "FSBP EC2.6"],
    check: flowLogs,
  },
];
