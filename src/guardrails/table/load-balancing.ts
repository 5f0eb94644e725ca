import type { Rule } from "../rule";
import { dropInvalidHeaders } from "../rules/load-balancing/drop-invalid-headers";

export const loadBalancing: readonly Rule[] = [
  {
    id: "load-balancing/drop-invalid-headers",
    severity: "medium",
    title: "Load balancers drop invalid HTTP headers",
    why: "Headers that break the standard are how requests are smuggled past the load balancer's rules to a task.",
    fix: "Set drop_invalid_header_fields = true on the aws_lb.",
    references: ["CKV_AWS_131", "FSBP ELB.4"],
    check: dropInvalidHeaders,
  },
];
