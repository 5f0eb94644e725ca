import type { Json } from "../../states-language/json";

/** An event of EventBridge, as rules and targets get it. */
export type SandboxEvent = {
  readonly version: "0";
  readonly id: string;
  readonly source: string;
  readonly "detail-type": string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Json;
};
