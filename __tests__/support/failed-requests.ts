import type { Platform } from "../../src/stress/model/platform";

/** Requests that have failed so far, of every service. */
export const failedRequests = ({ services }: Platform): number =>
  services.reduce((sum, { traffic }) => sum + traffic.failed, 0);
