import type { Environment } from "../../environments/schema";

/** Sections of docs/runbooks.md, "When something rings"; a test holds the two together. */
export type Runbook =
  | "users-see-errors"
  | "requests-fail"
  | "server-errors"
  | "load-balancer-errors"
  | "slow-answers"
  | "targets-unhealthy"
  | "tasks-missing"
  | "tasks-waiting"
  | "capacity-short"
  | "reservation-above-target"
  | "group-at-its-maximum"
  | "launches-fail"
  | "cluster-nearly-full"
  | "nat-gateway-fails"
  | "certificate-near-expiry"
  | "state-lock-held"
  | "events-undelivered"
  | "spot-interruption"
  | "rebalance-recommendation"
  | "task-failed-to-start"
  | "deployment-failed"
  | "service-impaired"
  | "state-machine-failed"
  | "changed-by-hand";

/** What the person on call reads: the sentence, and where it says what to do. */
export function onCall(
  environment: Environment,
  { sentence, runbook }: { readonly sentence: string; readonly runbook: Runbook },
): string {
  return `${sentence} ${runbookLink(environment, runbook)}`;
}

export function runbookLink({ detection }: Environment, runbook: Runbook): string {
  return `${detection.runbooks}#${runbook}`;
}
