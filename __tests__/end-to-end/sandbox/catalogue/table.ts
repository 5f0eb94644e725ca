import { capacity } from "./capacity";
import type { ChangeByHand } from "./change";
import { data } from "./data";
import { detection } from "./detection";
import { identity } from "./identity";
import { ingress } from "./ingress";
import { network } from "./network";
import { services } from "./services";

/** Every change by hand, in the order that they are made in. */
export const CHANGES: readonly ChangeByHand[] = [
  ...network,
  ...identity,
  ...capacity,
  ...services,
  ...ingress,
  ...data,
  ...detection,
];
