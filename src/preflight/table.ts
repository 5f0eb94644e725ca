import type { Check } from "./check";
import { accountAndRegion } from "./checks/account-and-region";
import { existingNetwork } from "./checks/existing-network";
import { hostedZone } from "./checks/hosted-zone";
import { images } from "./checks/images";
import { instanceTypes } from "./checks/instance-types";
import { namesFree } from "./checks/names-free";
import { quotas } from "./checks/quotas";
import { roles } from "./checks/roles";
import { secrets } from "./checks/secrets";
import { serviceLinkedRoles } from "./checks/service-linked-roles";
import { state } from "./checks/state";
import { terraform } from "./checks/terraform";

/** Every check, in the order that they are told. */
export const CHECKS: readonly Check[] = [
  terraform,
  accountAndRegion,
  roles,
  state,
  quotas,
  serviceLinkedRoles,
  instanceTypes,
  existingNetwork,
  hostedZone,
  secrets,
  images,
  namesFree,
];
