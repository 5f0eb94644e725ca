import type { AccessTable } from "./grant";
import { automation } from "./table/automation";
import { compute } from "./table/compute";
import { domain } from "./table/domain";
import { identity } from "./table/identity";
import { ingress } from "./table/ingress";
import { network } from "./table/network";
import { observability } from "./table/observability";
import { storage } from "./table/storage";
import { taskScaling } from "./table/task-scaling";

/**
 * What the AWS provider (5.100.0) calls for each resource type, and what it can be limited to. Written from the provider's
 * source where that could be read, else from its documents; that each action, ARN and condition exists is held to the service
 * authorization data by a test, that none is missing only by applies on the emulated AWS, which refuses nothing.
 */
export const ACCESS: AccessTable = {
  ...automation,
  ...compute,
  ...domain,
  ...identity,
  ...ingress,
  ...network,
  ...observability,
  ...storage,
  ...taskScaling,
};
