import type { Rule } from "../rule";
import { managedTerminationProtection } from "../rules/capacity/managed-termination-protection";

export const capacity: readonly Rule[] = [
  {
    id: "capacity/managed-termination-protection",
    severity: "high",
    title: "Capacity providers protect instances with tasks from scale-in",
    why: "Without it, a scale-in ends instances while they serve requests.",
    fix: 'Set managed_termination_protection = "ENABLED" on the capacity provider, and protect_from_scale_in = true on its Auto Scaling group.',
    references: ["FSBP ECS.19"],
    check: managedTerminationProtection,
  },
];
