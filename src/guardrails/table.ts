import type { Rule } from "./rule";
import { automation } from "./table/automation";
import { capacity } from "./table/capacity";
import { cluster } from "./table/cluster";
import { alarms as detectionAlarms } from "./table/detection/alarms";
import { dashboards as detectionDashboards } from "./table/detection/dashboards";
import { events as detectionEvents } from "./table/detection/events";
import { means as detectionMeans } from "./table/detection/means";
import { encryption } from "./table/encryption";
import { identity } from "./table/identity";
import { boundaries } from "./table/identity/boundaries";
import { pipelines } from "./table/identity/pipelines";
import { instance } from "./table/instance";
import { loadBalancing } from "./table/load-balancing";
import { logging } from "./table/logging";
import { network } from "./table/network";
import { notification } from "./table/notification";
import { protection } from "./table/protection";
import { provider } from "./table/provider";
import { scaling } from "./table/scaling";
import { service } from "./table/service";
import { spot } from "./table/spot";
import { storage } from "./table/storage";
import { systemsManager } from "./table/systems-manager";
import { task } from "./table/task";

/** Every rule there is; its wording is in the table of its area. */
export const RULES: readonly Rule[] = [
  ...network,
  ...loadBalancing,
  ...cluster,
  ...capacity,
  ...instance,
  ...spot,
  ...automation,
  ...service,
  ...scaling,
  ...task,
  ...identity,
  ...pipelines,
  ...boundaries,
  ...encryption,
  ...storage,
  ...protection,
  ...logging,
  ...notification,
  ...systemsManager,
  ...detectionMeans,
  ...detectionAlarms,
  ...detectionEvents,
  ...detectionDashboards,
  ...provider,
];
