import type { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { Lb } from "@cdktf/provider-aws/lib/lb";
import type { BackendConfig } from "../../environments/backend";
import type { Environment } from "../../environments/schema";
import type { Network } from "../network";
import type { Notifications } from "../notifications";
import type { Service } from "../service";
import type { UndeliveredEvents } from "../undelivered-events";
import type { Generation } from "./capacity-alarms";

/** What is watched, and where it is told. */
export interface Platform {
  readonly environment: Environment;
  readonly backend: BackendConfig;
  readonly notifications: Notifications;
  readonly undelivered: UndeliveredEvents;
  readonly key: KmsKey;
  readonly network: Network;
  readonly loadBalancer: Lb;
  readonly certificate: AcmCertificate;
  readonly cluster: EcsCluster;
  readonly generations: readonly Generation[];
  readonly services: readonly Service[];
  /** Names of the buckets that are protected. */
  readonly buckets: readonly string[];
}
